/**
 * How the portfolio stands, and how it came to stand so.
 *
 * <p>Counts and sums of what the reader may see, now or at any instant of the past, taken from the change log; and the
 * same month by month. A ratio that cannot be reckoned is null with a reason, never zero and never green.
 */
@NullMarked
package city.c3po.reporting.portfolio;

import org.jspecify.annotations.NullMarked;
