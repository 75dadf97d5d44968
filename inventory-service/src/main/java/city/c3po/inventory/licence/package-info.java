/**
 * Licences: what the city may use, what it uses, and what the difference costs.
 *
 * <p>An <em>entitlement</em> is so many licences of a product by a metric, for a term, for one department or all. It is
 * <em>allocated</em> to people or assets, never beyond its quantity unless somebody says so. A <em>position</em> is the sum
 * of all entitlements against all that consumes them; it is UNKNOWN when a source that it rests on is not fresh, because
 * silence is no proof of compliance. Positions are measured for all products at once, in SQL, and tell only their changes.
 */
@NullMarked
package city.c3po.inventory.licence;

import org.jspecify.annotations.NullMarked;
