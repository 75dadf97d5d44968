package city.c3po.audit.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recommendation from elsewhere, with the status that was reported of it there. */
public record Brought(
        UUID finding,
        String title,
        Priority priority,
        String department,
        @Nullable LocalDate due,
        @Nullable LocalDate eta,
        ManagementStatus status,
        @Nullable LocalDate asOf,
        @Nullable String document,
        boolean sampleData) {

    NewRecommendation issue() {
        return new NewRecommendation(
                finding, title, null, null, null, priority, null, null, department, null, null, due, sampleData);
    }

    List<PlannedMilestone> milestones(LocalDate day) {
        return List.of(new PlannedMilestone("M1", "Expected as imported", null, null, false, null, day, null));
    }
}
