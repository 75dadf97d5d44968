/**
 * What the city thinks of its consultants, period by period.
 *
 * <p>An evaluation scores quality, schedule, cost, management, key staff and compliance from 1 to 5, each with a fact. It is
 * ISSUED to the vendor, who may respond within 14 days; then it is REVIEWED, by another person where the vendor disputes it,
 * and becomes FINAL by a signature. A vendor sees its own only, and never a draft. Finals roll up per vendor, weighted by
 * amount and by how recent they are.
 */
@NullMarked
package city.c3po.charter.evaluation;

import org.jspecify.annotations.NullMarked;
