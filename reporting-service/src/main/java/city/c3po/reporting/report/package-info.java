/**
 * What we tell a committee, and when.
 *
 * <p>A {@link city.c3po.reporting.report.Report} is scheduled as a cycle: for a body, with a cut-off and a meeting. While
 * it is collecting, facts come in; {@link city.c3po.reporting.report.Freezing} waits until everything up to the cut-off
 * is known, then pins the position of the log and makes the model, which is never edited again. A second person publishes
 * it. Its figures begin where the last <em>published</em> report ended, so a cancelled meeting loses nothing, and each
 * published report carries the hash of the one before.
 */
@NullMarked
package city.c3po.reporting.report;

import org.jspecify.annotations.NullMarked;
