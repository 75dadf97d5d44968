/**
 * Programs: what holds projects together.
 *
 * <p>A program stands alone or inside another one; projects stand inside a program or alone. Every {@code Membership} has
 * a first and a last day, one record is inside one program at a time, and no program is inside itself, however deep. A
 * program is ACTIVE until it is CLOSED, which waits for all that is open inside it.
 */
@NullMarked
package city.c3po.portfolio.program;

import org.jspecify.annotations.NullMarked;
