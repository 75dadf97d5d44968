package city.c3po.charter.evaluation;

import static city.c3po.charter.evaluation.EvaluationRule.CITY_EVALUATES;
import static city.c3po.charter.evaluation.EvaluationRule.EVALUATED_VENDOR_RESPONDS;
import static city.c3po.charter.evaluation.EvaluationRule.PERIOD_IN_ORDER;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The city's word on a consultant in one period: heard by the vendor, reviewed, signed. */
@Entity
class Evaluation extends Aggregate<EvaluationAction> {
    @Id
    private UUID id;

    /** Written as {@code EVA-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('evaluation_number'))")
    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private UUID engagement;

    @Column(updatable = false)
    private String vendor;

    /** What weighs it in the roll-up; null where the engagement has no amount. */
    @Column(updatable = false)
    private @Nullable BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private EvaluationState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Findings findings;

    /** Nothing of it is there before it is issued. */
    @Embedded
    private @Nullable Hearing hearing;

    private @Nullable BigDecimal average;
    private @Nullable String contentHash;
    private @Nullable String receipt;
    private @Nullable String receiptSha256;
    private @Nullable Instant finalAt;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Evaluation() {}

    /** @param year of the number, in the city's calendar */
    Evaluation(
            Actor by,
            UUID engagement,
            String vendor,
            @Nullable BigDecimal amount,
            Findings findings,
            int year,
            Instant at) {
        this.id = Uuid7.next();
        this.number = "EVA-" + year + "-";
        this.engagement = engagement;
        this.vendor = vendor;
        this.amount = amount;
        this.state = EvaluationState.DRAFT;
        this.findings = findings;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<EvaluationEvent> draft(Actor by, Instant at) {
        permits(by, EvaluationAction.EDIT);
        requireSound(findings);
        return List.of(new EvaluationEvent.Drafted(engagement, vendor, at));
    }

    List<EvaluationEvent> edit(Actor by, Findings better, Instant at) {
        guard(by, EvaluationAction.EDIT);
        requireSound(better);
        if (better.equals(findings)) {
            return List.of();
        }
        findings = better;
        return List.of(new EvaluationEvent.Edited(at));
    }

    private static void requireSound(Findings said) {
        PERIOD_IN_ORDER.require(!said.until().isBefore(said.from()));
    }

    List<EvaluationEvent> issue(Actor by, Instant at) {
        guard(by, EvaluationAction.ISSUE);
        moveTo(EvaluationState.ISSUED);
        hearing = new Hearing();
        return List.of(hearing.open(at));
    }

    List<EvaluationEvent> respond(Actor by, String text, boolean dispute, Instant at) {
        guard(by, EvaluationAction.RESPOND);
        var responded = hearing().respond(text, dispute, at);
        moveTo(EvaluationState.VENDOR_RESPONSE);
        return List.of(responded);
    }

    List<EvaluationEvent> review(Actor by, @Nullable String comment, Instant at) {
        guard(by, EvaluationAction.REVIEW);
        var reviewed = hearing().review(by, createdBy, comment, at);
        moveTo(EvaluationState.REVIEWED);
        return List.of(reviewed);
    }

    /** @param signed the receipt over {@code hash} */
    List<EvaluationEvent> finish(Actor by, String hash, String signed, String signedSha256, Instant at) {
        guard(by, EvaluationAction.FINALIZE);
        moveTo(EvaluationState.FINAL);
        average = findings.average();
        contentHash = hash;
        receipt = signed;
        receiptSha256 = signedSha256;
        finalAt = at;
        return List.of(new EvaluationEvent.EvaluationFinal(findings.average(), hash, signedSha256, at));
    }

    private void moveTo(EvaluationState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    void requirePossible(Actor by, EvaluationAction action) {
        guard(by, action);
    }

    String href() {
        return "/v1/evaluations/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The city's own people; the vendor once it is issued. */
    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                List.of(),
                Stream.of(createdBy).toList(),
                state == EvaluationState.DRAFT ? null : vendor,
                List.of(),
                List.of());
    }

    @Override
    protected EvaluationView state() {
        return EvaluationView.of(this, null);
    }

    @Override
    protected Optional<EvaluationState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<EvaluationAction> actions() {
        return EnumSet.allOf(EvaluationAction.class);
    }

    @Override
    protected boolean possible(EvaluationAction action) {
        return switch (action) {
            case EDIT, ISSUE -> state == EvaluationState.DRAFT;
            case RESPOND -> state == EvaluationState.ISSUED;
            case REVIEW -> state == EvaluationState.ISSUED || state == EvaluationState.VENDOR_RESPONSE;
            case FINALIZE -> state == EvaluationState.REVIEWED;
        };
    }

    @Override
    protected void permits(Actor by, EvaluationAction action) {
        switch (action) {
            case RESPOND -> EVALUATED_VENDOR_RESPONDS.require(vendor.equals(by.vendor()));
            case EDIT, ISSUE, REVIEW, FINALIZE ->
                CITY_EVALUATES.require(
                        by.vendor() == null && (by.has(Roles.PORTFOLIO_MANAGER) || by.has(Roles.SIGNATORY)));
        }
    }

    String number() {
        return number;
    }

    UUID engagement() {
        return engagement;
    }

    String vendor() {
        return vendor;
    }

    EvaluationState evaluationState() {
        return state;
    }

    Findings findings() {
        return findings;
    }

    /** Empty before it is issued. */
    Hearing hearing() {
        return hearing == null ? new Hearing() : hearing;
    }

    @Nullable BigDecimal amount() {
        return amount;
    }

    @Nullable BigDecimal average() {
        return average;
    }

    @Nullable String contentHash() {
        return contentHash;
    }

    @Nullable String receipt() {
        return receipt;
    }

    @Nullable String receiptSha256() {
        return receiptSha256;
    }

    @Nullable Instant finalAt() {
        return finalAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
