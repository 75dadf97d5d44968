/**
 * What awaits whom, across the suite.
 *
 * <p>An event says what its record awaits of people; here it is put together, so that a person asks once. Whoever has
 * something to do gets one letter a day, where a mail server is configured.
 */
@NullMarked
package city.c3po.reporting.tasks;

import org.jspecify.annotations.NullMarked;
