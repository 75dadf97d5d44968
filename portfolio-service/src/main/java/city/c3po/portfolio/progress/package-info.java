/**
 * Progress: what was earned, period by period.
 *
 * <p>A period ends with a month. While it is OPEN its achievements may be said again; CLOSED, it is immutable, and so is the
 * ledger up to its end: corrections are said, and posted, in the open one. Earned value (EIA-748) and earned schedule follow
 * from the baseline in force, from what was achieved and from what finance posted; what cannot be reckoned has a reason.
 */
@NullMarked
package city.c3po.portfolio.progress;

import org.jspecify.annotations.NullMarked;
