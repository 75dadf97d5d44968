package city.c3po.portfolio.schedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link, and its place among the others. */
@Schema(name = "ScheduledLink", description = "What comes after what, and the link's place in the schedule.")
record ScheduledLink(
        @Schema(description = "Its place in the schedule, from 1.")
        int ordinal,

        PlannedLink said) {}
