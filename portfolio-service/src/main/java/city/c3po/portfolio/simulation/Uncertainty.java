package city.c3po.portfolio.simulation;

/**
 * What is not certain about an activity.
 *
 * @param days its duration, of a running activity what remains of it; ignored for a level of effort, which lasts as long as
 *     what it serves
 * @param cost money still to be spent whatever the duration
 * @param costPerDay money still to be spent for each working day
 */
public record Uncertainty(String activity, Spread days, Spread cost, double costPerDay) {}
