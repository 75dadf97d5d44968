package city.c3po.portfolio.project;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was approved: first, and now. The first one is never forgotten.
 *
 * @param rebaselines how often the first was replaced
 */
@Schema(name = "ProjectBaseline", description = "What was approved first (Baseline 0) and what is in force now.")
public record ProjectBaseline(
        Point original,
        Point current,

        @Schema(description = "How often the baseline was replaced.")
        int rebaselines) {

    /** When it would be done, and for how much. */
    @Schema(name = "BaselinePoint")
    public record Point(LocalDate finish, Money cost) {}

    static ProjectBaseline first(Point approved) {
        return new ProjectBaseline(approved, approved, 0);
    }

    ProjectBaseline rebaselined(Point approved) {
        return new ProjectBaseline(original, approved, rebaselines + 1);
    }
}
