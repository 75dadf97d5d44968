package city.c3po.audit.roadmap;

import city.c3po.audit.recommendation.Milestone;
import city.c3po.platform.value.Reference;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone on the line of time. */
@Schema(
        name = "RoadmapItem",
        description = "A milestone of a recommendation, with what the department's past says of it.")
public record RoadmapItem(
        Reference recommendation,
        String leadDepartment,

        @Schema(description = "Its key in the recommendation.", examples = "M1")
        String milestone,

        String title,
        Milestone.Horizon horizon,
        @Nullable LocalDate start,
        LocalDate due,

        @Schema(description = "As it was first planned.") LocalDate originalDue,

        @Nullable LocalDate doneOn,

        @Schema(description = "Done by then with 50 %: the department's past slips; null without a past.") @Nullable LocalDate p50,

        @Schema(description = "Done by then with 80 %.") @Nullable LocalDate p80) {}
