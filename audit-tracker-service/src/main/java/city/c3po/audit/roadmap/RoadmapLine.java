package city.c3po.audit.roadmap;

import city.c3po.audit.recommendation.Milestone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A milestone as a row of a table: references by their numbers. */
record RoadmapLine(
        String recommendation,
        String department,
        String milestone,
        String title,
        Milestone.Horizon horizon,
        @Nullable LocalDate start,
        LocalDate due,
        LocalDate originalDue,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate p50,
        @Nullable LocalDate p80) {

    static RoadmapLine of(RoadmapItem item) {
        return new RoadmapLine(
                String.valueOf(item.recommendation().number()),
                item.leadDepartment(),
                item.milestone(),
                item.title(),
                item.horizon(),
                item.start(),
                item.due(),
                item.originalDue(),
                item.doneOn(),
                item.p50(),
                item.p80());
    }
}
