/**
 * What is the state, what changed, what did we tell the committee.
 *
 * <p>{@code intake} turns the events of the other services into lines of the one change {@code log}; {@code changes}
 * lets jobs and people read it from wherever they stopped. No event is lost, none is told twice, and the answer says
 * up to when it is complete.
 */
@NullMarked
package city.c3po.reporting;

import org.jspecify.annotations.NullMarked;
