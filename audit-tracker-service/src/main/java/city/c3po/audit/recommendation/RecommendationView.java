package city.c3po.audit.recommendation;

import city.c3po.audit.audit.Addendum;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recommendation as callers see it. Its events say nothing of the text of a confidential one. */
@Schema(
        name = "Recommendation",
        description = "What an audit asks for, what the department claims, and what the issuing body verified.")
public record RecommendationView(
        UUID id,

        @Schema(description = "The audit's code and the ordinal; never reused.", examples = "2019-01")
        String number,

        int ordinal,
        String href,
        long version,
        Reference audit,
        Reference findingRecord,

        @Schema(description = "Left out of the events of confidential recommendations, as all text is.") @Nullable String title,

        @Schema(description = "What was found, in one line.") @Nullable String finding,

        @Schema(description = "What shall be done.") @Nullable String recommendation,

        @Schema(description = "What the department does: all its actions.") @Nullable String solution,

        @Nullable String area,
        Priority priority,
        @Nullable Benefit benefit,

        @Schema(description = "Public editions count it and say nothing of it.")
        boolean confidential,

        @Schema(description = "The body that issued it, and alone verifies.")
        String body,

        LocalDate issued,
        String leadDepartment,
        List<String> supportingDepartments,

        @Schema(description = "The department's claim.") ManagementStatus managementStatus,

        @Schema(description = "The city's word for it.", examples = "Nearly Implemented")
        String managementStatusLabel,

        @Schema(description = "Where the claim is from before this record.") @Nullable AsReported asReported,

        @Schema(description = "What the issuing body verified.")
        VerifiedStatus verifiedStatus,

        RecommendationRecord.@Nullable Backwards flag,
        @Nullable Closure closure,
        @Nullable LocalDate implementedOn,
        @Nullable LocalDate closedOn,
        List<Element> elements,
        @Nullable ManagementResponse response,
        List<CorrectiveAction> actions,

        @Schema(description = "Percent by the milestones' weights; at most 99 until verified.", examples = "60")
        int progress,

        @Nullable HeadSignOff signOff,
        @Nullable Instant claimedAt,
        Target targetDate,
        List<Extension> extensions,

        @Schema(description = "What a control measures of it.") @Nullable LivingEvidence evidence,

        @Schema(description = "Proposed by the measure; the issuing body reopens or dismisses it.") @Nullable Regression regression,

        @Schema(description = "Whether the verdict still holds, 6, 12 and 24 months after.")
        List<Sustainment> sustainment,

        List<Link> links,
        List<Lesson> lessons,
        List<Addendum> addenda,
        boolean sampleData,
        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<RecommendationAction> allowedActions)
        implements Representation {

    /** By when. */
    @Schema(name = "TargetDate", description = "By when: as first said, and as extended since.")
    public record Target(
            @Schema(description = "Never changes.") @Nullable LocalDate original,

            @Nullable LocalDate current,

            @Schema(description = "Days from the original to the current one.")
            int slipDays,

            @Schema(description = "Extensions that were granted.")
            int extended,

            @Derived @Schema(description = "Days since the current one, while it is open.") @Nullable Integer overdueDays) {}

    /**
     * @param reader nobody: for the journal and its readers
     * @param today null for the journal, whose text does not age
     */
    static RecommendationView of(Recommendation one, @Nullable Actor reader, @Nullable LocalDate today) {
        boolean open = reader != null || !one.secret();
        var text = one.text();
        return new RecommendationView(
                one.id(),
                one.number(),
                one.ordinal(),
                one.href(),
                one.version(),
                new Reference("audit", one.audit().toString(), one.auditCode(), "/v1/audits/" + one.audit()),
                new Reference("finding", one.finding().toString(), null, "/v1/findings/" + one.finding()),
                open ? text.title() : null,
                open ? one.findingText() : null,
                open ? text.recommendation() : null,
                open ? solution(one.actions) : null,
                open ? text.area() : null,
                text.priority(),
                text.benefit(),
                one.secret(),
                one.body(),
                one.issued(),
                one.leadDepartment,
                one.supporting,
                one.managementStatus,
                one.managementStatus.label(),
                open || one.asReported == null ? one.asReported : one.asReported.silent(),
                one.verifiedStatus,
                one.backwards,
                open || one.closure == null ? one.closure : one.closure.silent(),
                one.implementedOn,
                one.closedOn,
                open ? one.elements : one.elements.stream().map(Element::silent).toList(),
                open || one.response == null ? one.response : one.response.silent(),
                open
                        ? one.actions
                        : one.actions.stream().map(CorrectiveAction::silent).toList(),
                one.progress(),
                one.signOff,
                one.claimedAt,
                new Target(
                        one.originalTarget,
                        one.currentTarget,
                        one.slipDays(),
                        one.extended(),
                        today == null ? null : one.overdueDays(today)),
                open
                        ? one.extensions
                        : one.extensions.stream().map(Extension::silent).toList(),
                one.evidence,
                one.regression,
                open
                        ? one.sustainment
                        : one.sustainment.stream().map(Sustainment::silent).toList(),
                one.links,
                open
                        ? one.lessons
                        : one.lessons.stream()
                                .map(lesson -> new Lesson(null, lesson.by(), lesson.at()))
                                .toList(),
                open ? one.addenda : one.addenda.stream().map(Addendum::silent).toList(),
                one.sampleData(),
                one.createdBy(),
                one.createdAt(),
                reader == null ? null : one.allowedActions(reader));
    }

    private static @Nullable String solution(List<CorrectiveAction> actions) {
        return actions.isEmpty()
                ? null
                : actions.stream()
                        .map(CorrectiveAction::title)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; "));
    }
}
