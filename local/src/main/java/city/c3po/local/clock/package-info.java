/**
 * The business clock: the system's clock plus an offset that each service's database holds. Moving it lets a story of
 * sixty days be told in a minute; tokens and timeouts keep the system's time.
 */
@NullMarked
package city.c3po.local.clock;

import org.jspecify.annotations.NullMarked;
