package city.c3po.portfolio.goal;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A goal as callers see it. */
@Schema(name = "Goal", description = "Where the city wants to go, and how anyone will see that it got there.")
public record GoalView(
        UUID id,
        @Schema(examples = "GOA-2026-0001") String number,
        String href,
        GoalState state,
        String title,
        @Nullable String statement,
        List<GoalText.Measure> measures,
        boolean sampleData,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<GoalAction> allowedActions)
        implements Representation {

    static GoalView of(Goal goal, @Nullable Actor reader) {
        var text = goal.text();
        return new GoalView(
                goal.id(),
                goal.number(),
                goal.href(),
                goal.goalState(),
                text.title(),
                text.statement(),
                text.measures(),
                Boolean.TRUE.equals(text.sampleData()),
                goal.createdBy(),
                goal.createdAt(),
                goal.version(),
                reader == null ? null : goal.allowedActions(reader));
    }
}
