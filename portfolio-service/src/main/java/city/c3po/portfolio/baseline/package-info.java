/**
 * Baselines: what was approved, and how far the project is from it.
 *
 * <p>A baseline is a copy of the schedule, its dates and its budgets. DRAFT, SUBMITTED, APPROVED, and SUPERSEDED by the next
 * one. The first that is approved is Baseline 0; it is kept for ever, and every variance is told against it and against the
 * one in force. After Baseline 0 no baseline is approved without the approved change requests that it carries out.
 */
@NullMarked
package city.c3po.portfolio.baseline;

import org.jspecify.annotations.NullMarked;
