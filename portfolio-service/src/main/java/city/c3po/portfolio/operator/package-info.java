/**
 * What operators see of this service: events that stand still. It consumes none, so the only ones here are its own that
 * cannot be sent; they hold back their aggregate and nobody else.
 */
@NullMarked
package city.c3po.portfolio.operator;

import org.jspecify.annotations.NullMarked;
