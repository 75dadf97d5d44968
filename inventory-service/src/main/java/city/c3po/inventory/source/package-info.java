/**
 * Sources: the department systems that feed the inventory.
 *
 * <p>A source has a cadence, which says when it is late and when its values are no longer fresh; a rank, with exceptions
 * per kind and attribute, which says whose value holds; and a contract, which says when a file cannot be right.
 */
@NullMarked
package city.c3po.inventory.source;

import org.jspecify.annotations.NullMarked;
