package city.c3po.portfolio.forecast;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A forecast as callers see it. */
@Schema(
        name = "ForecastRun",
        description = "What a project may come to: a spread of dates and costs, and what drives them.")
record ForecastRunView(
        UUID id,
        String href,
        Reference project,
        int runs,

        @Schema(description = "The same schedule and the same seed give the same answer.")
        long seed,

        @Schema(description = "Hash of the schedule that was run.")
        String sha256,

        List<RiskAssumed> risks,
        ForecastResult result,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ForecastRunAction> allowedActions)
        implements Representation {

    static ForecastRunView of(ForecastRun run, @Nullable Actor reader) {
        return new ForecastRunView(
                run.id(),
                run.href(),
                run.project().reference(),
                run.runs(),
                run.seed(),
                run.sha256(),
                run.risks(),
                run.result(),
                run.createdBy(),
                run.createdAt(),
                run.version(),
                reader == null ? null : run.allowedActions(reader));
    }
}
