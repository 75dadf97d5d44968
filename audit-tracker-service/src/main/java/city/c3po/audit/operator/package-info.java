/**
 * What waits for an operator, of this service: events of the other services that cannot be taken, and events of its own that
 * cannot be sent.
 */
@NullMarked
package city.c3po.audit.operator;

import org.jspecify.annotations.NullMarked;
