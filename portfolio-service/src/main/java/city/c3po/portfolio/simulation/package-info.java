/**
 * The forecast: what the schedule network and its costs may come to, by Monte Carlo simulation.
 *
 * <p>Durations and costs are {@link city.c3po.portfolio.simulation.Spread}s; risks are drivers: whether one occurs, and how
 * hard it hits, is drawn once in a run and shared by all activities it touches. Sampled durations stay continuous; only the
 * dates that people read are rounded up, to the end of a working day. Every activity and every risk draws from a stream of its
 * own, seeded by the forecast's seed and its id: the same inputs give the same answer in whatever order they are listed, and a
 * new risk does not disturb the draws of the others, so that two forecasts differ by what was changed and not by chance.
 */
@NullMarked
package city.c3po.portfolio.simulation;

import org.jspecify.annotations.NullMarked;
