/**
 * What is the state, what changed, what did we tell the committee.
 *
 * <p>{@code intake} turns the events of the other services into lines of the one change {@code log}; {@code changes}
 * lets jobs and people read it from wherever they stopped. {@code report} freezes the log up to a position into a {@code
 * model}, which {@code rendering} says five ways and {@code dashboard} shows to residents. {@code tasks} and {@code
 * portfolio} answer from the same events. No event is lost, none is told twice, and every answer says up to when it is
 * complete.
 */
@NullMarked
package city.c3po.reporting;

import org.jspecify.annotations.NullMarked;
