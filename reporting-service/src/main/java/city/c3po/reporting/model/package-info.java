/**
 * What a committee report says, as one JSON document.
 *
 * <p>A {@link city.c3po.reporting.model.ReportModel} is made of the log up to one position and of nothing else, so that
 * the same position gives the same figures for ever. It is written in {@linkplain city.c3po.reporting.model.Canonical
 * canonical} form, so that its SHA-256 can be checked by anybody. {@link city.c3po.reporting.model.RollForward} proves
 * that what was open before, what came and what went add up to what is open now. What no service has published yet is
 * null, and printed as "not reported"; it is never zero.
 */
@NullMarked
package city.c3po.reporting.model;

import org.jspecify.annotations.NullMarked;
