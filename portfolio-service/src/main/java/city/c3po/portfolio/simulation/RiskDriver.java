package city.c3po.portfolio.simulation;

import java.util.List;

/**
 * A risk as a driver of the forecast.
 *
 * @param probability that it occurs, 0 to 1
 * @param days what it adds to each linked activity that is not finished; negative for an opportunity
 * @param cost what it costs, once, when it occurs
 */
public record RiskDriver(String id, double probability, Spread days, Spread cost, List<String> activities) {
    public RiskDriver {
        activities = List.copyOf(activities);
    }
}
