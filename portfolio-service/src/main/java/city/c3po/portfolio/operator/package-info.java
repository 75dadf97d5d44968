/**
 * What operators see of this service: events that stand still. Its own that cannot be sent, and the charter's that cannot
 * be taken; they hold back their subject and nobody else.
 */
@NullMarked
package city.c3po.portfolio.operator;

import org.jspecify.annotations.NullMarked;
