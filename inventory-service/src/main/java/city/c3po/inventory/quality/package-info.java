/**
 * Quality: how complete, fresh, unique and well mapped the inventory is, per department, per source and as a whole.
 *
 * <p>Four <em>scores</em> between 0 and 1 and their weighted mean, the index. What there is nothing to judge by is null.
 * Each measurement is an event, so that others can hold a promise to it: a feed that stops is seen as a falling index.
 * All assets are judged at once, in SQL.
 */
@NullMarked
package city.c3po.inventory.quality;

import org.jspecify.annotations.NullMarked;
