/**
 * Business time and the city's calendar.
 *
 * <p>Business time is the system clock plus one offset that lives in the database and only grows, so that a story of
 * sixty days can be told in a minute. Whoever needs the time injects {@link java.time.InstantSource}. Tokens, leases
 * and timeouts use the system clock.
 */
@NullMarked
package city.c3po.platform.time;

import org.jspecify.annotations.NullMarked;
