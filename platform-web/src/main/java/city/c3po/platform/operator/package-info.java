/**
 * What every service offers its operators.
 *
 * <p>Events stand still when they cannot be sent or taken; {@link city.c3po.platform.operator.ParkedEventDesk} is how a
 * person sees them and sets them going again. Each service gives it a path of its own, because a path belongs to one
 * service.
 */
@NullMarked
package city.c3po.platform.operator;

import org.jspecify.annotations.NullMarked;
