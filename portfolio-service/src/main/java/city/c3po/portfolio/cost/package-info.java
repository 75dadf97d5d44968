/**
 * What projects cost: the finance system's entries, as it posts them.
 *
 * <p>An entry is BUDGET, ENCUMBRANCE or ACTUAL, of one project, funding line and fiscal period, and known by its source and
 * native key. It is never changed: a correction is a new entry, and what belongs to a closed period is posted to the open
 * one. The project tells the sums in its own events, with a hash over the entries that made them.
 */
@NullMarked
package city.c3po.portfolio.cost;

import org.jspecify.annotations.NullMarked;
