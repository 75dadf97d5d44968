/**
 * Scoring: what assessors make of an initiative, by a model that was agreed on before.
 *
 * <p>A scoring model has criteria with weights that add up to 100 and an anchor for each mark from 0 to 5; a second person
 * adopts it. At least three assessors without a conflict mark an initiative that is under review; the median of each
 * criterion counts, {@code S = 20·Σ(w·m)/100}, and a criterion on which they differ by 3 or more is flagged.
 */
@NullMarked
package city.c3po.portfolio.scoring;

import org.jspecify.annotations.NullMarked;
