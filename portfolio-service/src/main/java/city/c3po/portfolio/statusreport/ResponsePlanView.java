package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A response plan as callers see it. */
@Schema(name = "ResponsePlan", description = "How a red project becomes another colour.")
record ResponsePlanView(
        UUID id,
        String href,
        Reference project,
        ResponsePlanState state,

        @Schema(description = "The red report that opened it.")
        Reference report,

        @Schema(description = "Subject of who sees to it.") String owner,
        LocalDate start,
        LocalDate due,
        @Schema(description = "What must be so in the end.") List<String> exitCriteria,

        @Schema(description = "Why it is complete, or abandoned.") @Nullable String comment,

        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ResponsePlanAction> allowedActions)
        implements Representation {

    static ResponsePlanView of(ResponsePlan plan, @Nullable Actor reader) {
        var said = plan.plan();
        return new ResponsePlanView(
                plan.id(),
                plan.href(),
                plan.project().reference(),
                plan.planState(),
                plan.report(),
                said.owner(),
                said.start(),
                said.due(),
                said.exitCriteria(),
                plan.comment(),
                plan.createdAt(),
                plan.version(),
                reader == null ? null : plan.allowedActions(reader));
    }
}
