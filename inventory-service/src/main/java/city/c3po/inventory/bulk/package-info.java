/**
 * Work on many assets at once: on connections of its own, and one at a time in the whole suite.
 */
@NullMarked
package city.c3po.inventory.bulk;

import org.jspecify.annotations.NullMarked;
