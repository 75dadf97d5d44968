package city.c3po.portfolio.schedule;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule as callers see it; its activities and links have lists of their own. */
@Schema(name = "Schedule", description = "What a schedule comes to. Its activities and links have lists of their own.")
record ScheduleView(
        @Schema(description = "The project's.") UUID id,

        String href,
        Reference project,
        ScheduleSummary summary,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ScheduleAction> allowedActions)
        implements Representation {

    static ScheduleView of(Schedule schedule, @Nullable Actor reader) {
        return new ScheduleView(
                schedule.id(),
                schedule.href(),
                schedule.project().reference(),
                schedule.summary(),
                schedule.version(),
                reader == null ? null : schedule.allowedActions(reader));
    }
}
