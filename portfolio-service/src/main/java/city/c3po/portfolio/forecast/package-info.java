/**
 * Forecasts: what a project may come to, as a spread and not as one date.
 *
 * <p>A forecast runs the schedule many times, with durations and costs drawn from what the activities say of their
 * uncertainty, and with risks as drivers: one draw per risk and run, shared by all the activities it touches. The seed is
 * kept, so that the same schedule and the same seed give the same answer; a forecast is never changed.
 */
@NullMarked
package city.c3po.portfolio.forecast;

import org.jspecify.annotations.NullMarked;
