/** The settings of the gateway. */
@NullMarked
package city.c3po.gateway;

import org.jspecify.annotations.NullMarked;
