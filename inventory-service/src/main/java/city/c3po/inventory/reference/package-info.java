/**
 * Departments, people and vendors, as portfolio tells of them.
 *
 * <p>This service keeps their ids and names, so that a typing error in a feed is found. What it is told later than it is
 * referred to is a placeholder until then.
 */
@NullMarked
package city.c3po.inventory.reference;

import org.jspecify.annotations.NullMarked;
