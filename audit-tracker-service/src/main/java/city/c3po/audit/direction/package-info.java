/**
 * Committee directions: what a body wants done when a report is before it.
 *
 * <p>A direction names the meeting, the agenda item and the matter file in which it was given. It is an obligation of one
 * department until it is answered, as a rule in the next report to the same body; the body's clerk records whether the
 * answer satisfies, or sends it back.
 */
@NullMarked
package city.c3po.audit.direction;

import org.jspecify.annotations.NullMarked;
