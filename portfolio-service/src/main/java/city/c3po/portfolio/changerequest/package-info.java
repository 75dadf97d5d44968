/**
 * Change requests: the only way in which planned values change after Baseline 0.
 *
 * <p>DRAFT, SUBMITTED, ASSESSED; then APPROVED, REJECTED or DEFERRED; and IMPLEMENTED by the baseline that carries it out.
 * Authority is judged by the <em>cumulative</em> sum of all that was approved since Baseline 0, so that many small changes
 * need what one large one does: the sponsor decides up to a share of Baseline 0, beyond it the portfolio office does, on a
 * decision that it names.
 */
@NullMarked
package city.c3po.portfolio.changerequest;

import org.jspecify.annotations.NullMarked;
