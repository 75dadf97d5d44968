package city.c3po.portfolio.program;

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

/** A program as callers see it. */
@Schema(name = "Program", description = "Projects that belong together.")
public record ProgramView(
        UUID id,
        @Schema(examples = "PRG-2026-0001") String number,
        String href,
        ProgramState state,
        String title,
        @Nullable String description,

        @Schema(description = "Subject of who leads it.") @Nullable String manager,

        @Schema(description = "The program it is inside now.") @Nullable Reference parent,

        @Schema(description = "Every program it was ever inside, in order.")
        List<Membership> memberships,

        boolean sampleData,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ProgramAction> allowedActions)
        implements Representation {

    static ProgramView of(Program program, @Nullable Actor reader) {
        var plan = program.plan();
        return new ProgramView(
                program.id(),
                program.number(),
                program.href(),
                program.programState(),
                plan.title(),
                plan.description(),
                plan.manager(),
                Membership.present(program.memberships()).orElse(null),
                program.memberships(),
                Boolean.TRUE.equals(plan.sampleData()),
                program.createdBy(),
                program.createdAt(),
                program.version(),
                reader == null ? null : program.allowedActions(reader));
    }
}
