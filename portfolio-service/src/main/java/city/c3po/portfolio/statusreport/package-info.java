/**
 * Status reports: how a project stands at the end of a period, frozen.
 *
 * <p>A report is a DRAFT until it is PUBLISHED, and never changes after that. Its colour is <em>computed</em> from how far the
 * project is off; the colour that is <em>reported</em> may differ only with a reason, and every such divergence stays on a
 * register, OPEN, until somebody else finds it EXPLAINED. A red report opens a response plan with an owner, its days and
 * its exit criteria. Who reports too late has no colour any more: STALE.
 */
@NullMarked
package city.c3po.portfolio.statusreport;

import org.jspecify.annotations.NullMarked;
