/**
 * What this service knows of portfolio: projects with their tier, departments with their heads, holidays.
 *
 * <p>A projection of portfolio's events, never a copy that anyone edits. A project that was not seen yet is not an error
 * of the caller's: the event is on its way, so the refusal says to come back in two seconds.
 */
@NullMarked
package city.c3po.charter.project;

import org.jspecify.annotations.NullMarked;
