package city.c3po.audit.direction;

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

/** A direction as callers see it. */
@Schema(name = "Direction", description = "What a body directed at a meeting, and what was answered.")
public record DirectionView(
        UUID id,

        @Schema(examples = "DIR-2026-0001") String number,

        String href,
        long version,
        DirectionState state,

        @Schema(description = "Which body gave it.", examples = "smart-cities-committee")
        String body,

        LocalDate meetingDate,
        @Nullable String agendaItem,

        @Schema(description = "The city's file of the matter.") @Nullable String matterFile,

        @Schema(description = "The report that was before the body.") @Nullable Reference report,

        String text,
        String department,
        @Nullable String owner,
        @Nullable LocalDate due,
        List<DirectionAnswer> answers,
        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<DirectionAction> allowedActions)
        implements Representation {

    /** @param reader nobody: for the journal and its readers */
    static DirectionView of(Direction one, @Nullable Actor reader) {
        var terms = one.terms();
        return new DirectionView(
                one.id(),
                one.number(),
                one.href(),
                one.version(),
                one.stage(),
                terms.body(),
                terms.meetingDate(),
                terms.agendaItem(),
                terms.matterFile(),
                report(terms.report()),
                terms.text(),
                one.department(),
                terms.owner(),
                one.due(),
                one.answers(),
                one.sampleData(),
                one.createdBy(),
                one.createdAt(),
                reader == null ? null : one.allowedActions(reader));
    }

    static @Nullable Reference report(@Nullable String id) {
        return id == null ? null : new Reference("report", id, null, "/v1/reports/" + id);
    }
}
