package city.c3po.portfolio.progress;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A period as callers see it. */
@Schema(name = "ProgressPeriod", description = "What was achieved until the end of a month, and what follows from it.")
record ProgressPeriodView(
        UUID id,
        String href,
        Reference project,
        ProgressPeriodState state,
        @Schema(description = "Last day of the month.") LocalDate end,
        PeriodText text,
        PeriodFigures figures,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ProgressPeriodAction> allowedActions)
        implements Representation {

    static ProgressPeriodView of(ProgressPeriod period, @Nullable Actor reader) {
        return new ProgressPeriodView(
                period.id(),
                period.href(),
                period.project().reference(),
                period.periodState(),
                period.end(),
                period.text(),
                period.figures(),
                period.version(),
                reader == null ? null : period.allowedActions(reader));
    }
}
