/**
 * What waits for an operator, of this service: see {@link city.c3po.platform.event.ParkedEvents}.
 */
@NullMarked
package city.c3po.inventory.operator;

import org.jspecify.annotations.NullMarked;
