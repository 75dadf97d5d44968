package city.c3po.portfolio.initiative;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import city.c3po.portfolio.reference.WorkKind;
import city.c3po.portfolio.triage.Answer;
import city.c3po.portfolio.triage.Criterion;
import city.c3po.portfolio.triage.Finding;
import city.c3po.portfolio.triage.MissingAnswer;
import city.c3po.portfolio.triage.Outcome;
import city.c3po.portfolio.triage.Profile;
import city.c3po.portfolio.triage.Triage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An initiative as callers see it. */
@Schema(name = "Initiative", description = "What a department asks for, and where it stands.")
public record InitiativeView(
        UUID id,

        @Schema(description = "The number people use; never reused.", examples = "INI-2026-0042")
        String number,

        String href,
        InitiativeState state,

        @Schema(description = "How often it was triaged: 0 before it is first submitted.")
        int revision,

        String title,

        @Schema(description = "Code of the department that asks for it.")
        String sponsoringDepartment,

        @Schema(description = "Codes of the other departments it touches. Null: not known yet. Empty: none.") @Nullable List<String> affectedDepartments,

        Proposal.What what,
        Proposal.Why why,
        Cost cost,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        Profile profile,

        @Schema(description = "City vendor number.") @Nullable String vendor,

        @Nullable String product,

        @Schema(description = "Code of the funding line.") @Nullable String fundingLine,

        @Nullable String riskOfNotDoing,
        @Nullable WorkKind kind,

        @Schema(description = "Words by which lessons of others are found.")
        List<String> tags,

        List<ExternalRef> externalRefs,
        boolean sampleData,

        @Schema(description = "The present triage in short; null before it is first submitted.") @Nullable Result triage,

        @Schema(description = "An override of the triage that awaits a second person.") @Nullable OverrideRequest overrideRequest,

        @Schema(description = "Subject of its product-project manager.") @Nullable String ppm,

        @Schema(description = "Subjects of everybody who wrote any of it; none of them acts on it for the office.")
        List<String> authors,

        List<Comment> comments,
        @Nullable Reference duplicateOf,
        @Nullable Reference mergedInto,

        @Schema(description = "Others that read like it: perhaps the same.")
        List<SimilarInitiative> similar,

        @Schema(description = "Lessons of others that apply; each is accepted or waived.")
        List<LessonAnswer> lessons,

        @Schema(description = "How much it serves the city's goals.")
        List<Alignment> alignments,

        @Schema(description = "What the assessors made of it; null before that, and after a revision.") @Nullable InitiativeScore score,

        @Schema(description = "The meeting on whose docket it is.") @Nullable Reference docket,

        @Schema(description = "What the board decided last.") @Nullable BoardDecision decision,

        @Schema(description = "What it became.") List<Reference> projects,

        @Schema(description = "The department system that feeds it.") @Nullable String source,

        @Schema(description = "Subject of who created it.") String createdBy,
        Instant createdAt,

        @Schema(description = "When it was last submitted.") @Nullable Instant submittedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<InitiativeAction> allowedActions)
        implements Representation {

    /** What was journalled before these were known has none of them. */
    public InitiativeView {
        tags = tags == null ? List.of() : tags;
        similar = similar == null ? List.of() : similar;
        lessons = lessons == null ? List.of() : lessons;
        alignments = alignments == null ? List.of() : alignments;
        projects = projects == null ? List.of() : projects;
    }

    /** A triage in short; the whole of it is under {@code …/triage}. */
    @Schema(name = "TriageResult", description = "A triage in short; its explanation is under …/triage.")
    record Result(
            Outcome outcome,

            @Schema(description = "What each criterion said.")
            Map<Criterion, Answer> criteria,

            List<MissingAnswer> missing,

            @Schema(description = "Whether two people overrode the criteria.")
            boolean overridden,

            @Schema(description = "The policy version that was applied.")
            Reference policy,

            Instant at) {

        static @Nullable Result of(@Nullable Triage triage) {
            if (triage == null) {
                return null;
            }
            var criteria = new EnumMap<Criterion, Answer>(Criterion.class);
            for (Finding finding : triage.criteria()) {
                criteria.put(finding.criterion(), finding.answer());
            }
            return new Result(
                    triage.outcome(),
                    criteria,
                    triage.missing(),
                    triage.override() != null,
                    triage.policy(),
                    triage.at());
        }
    }

    public static InitiativeView of(Initiative initiative, @Nullable Actor reader) {
        var said = initiative.proposal();
        return new InitiativeView(
                initiative.id(),
                initiative.number(),
                initiative.href(),
                initiative.initiativeState(),
                initiative.triage().revision(),
                said.title(),
                said.sponsoringDepartment(),
                said.affectedDepartments(),
                said.what(),
                said.why(),
                said.cost(),
                said.start(),
                said.finish(),
                said.profile(),
                said.vendor(),
                said.product(),
                said.fundingLine(),
                said.riskOfNotDoing(),
                said.kind(),
                said.tags(),
                said.externalRefs(),
                Boolean.TRUE.equals(said.sampleData()),
                Result.of(initiative.triage().result()),
                initiative.triage().overrideRequest(),
                initiative.ppm(),
                initiative.authors(),
                initiative.comments(),
                initiative.duplicateOf(),
                initiative.mergedInto(),
                initiative.review().similar(),
                initiative.review().lessons(),
                initiative.review().alignments(),
                initiative.boardCase().score(),
                initiative.boardCase().docket(),
                initiative.boardCase().decision(),
                initiative.boardCase().projects(),
                initiative.source(),
                initiative.createdBy(),
                initiative.createdAt(),
                initiative.submittedAt(),
                reader == null ? null : initiative.allowedActions(reader));
    }
}
