/**
 * From the events of the other services to lines of the log.
 *
 * <p>The platform's inbox hands over each event once and in its subject's order; {@link city.c3po.reporting.intake.Intake}
 * compares the state it brings with the one before and says what changed, in the transaction in which the inbox notes
 * the event as taken.
 */
@NullMarked
package city.c3po.reporting.intake;

import org.jspecify.annotations.NullMarked;
