package city.c3po.portfolio.earned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How a work package earns its budget; value is planned by the same technique. */
public sealed interface Technique {
    /** Nothing until it is finished. */
    record ZeroHundred() implements Technique {}

    /** Half when it starts, the rest when it is finished. */
    record FiftyFifty() implements Technique {}

    /** The weight of each step when that is reached; weights add up to 100. */
    record WeightedMilestones(List<Step> steps) implements Technique {
        public WeightedMilestones {
            steps = List.copyOf(steps);
        }
    }

    /** As much as is judged complete; planned evenly over the working days. */
    record PercentComplete() implements Technique {}

    /** With the passage of time: earned is what was planned, so it shows no schedule variance. */
    record LevelOfEffort() implements Technique {}

    /**
     * A step of a work package.
     *
     * @param weight its part of 100
     * @param planned the day the baseline has it for
     */
    record Step(String id, BigDecimal weight, LocalDate planned) {}
}
