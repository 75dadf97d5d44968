package city.c3po.portfolio.earned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a work package had come at the end of a period.
 *
 * @param percent how much is judged complete, 0 to 100; only asked for by the technique of that name
 * @param steps ids of the steps reached; only asked for by weighted milestones
 */
public record Achievement(
        String workPackage,
        @Nullable LocalDate started,
        @Nullable LocalDate finished,
        @Nullable BigDecimal percent,
        Set<String> steps) {
    public Achievement {
        steps = Set.copyOf(steps);
    }
}
