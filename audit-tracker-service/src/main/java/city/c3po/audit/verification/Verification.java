package city.c3po.audit.verification;

import static city.c3po.audit.verification.VerificationRule.REASON_TO_OVERRIDE;
import static city.c3po.audit.verification.VerificationRule.VERIFIER_ONLY;

import city.c3po.audit.evidence.Method;
import city.c3po.audit.recommendation.Recommendation;
import city.c3po.audit.recommendation.VerifiedStatus;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One look at one recommendation by one person of its issuing body, from beginning to verdict. */
@Entity
public class Verification extends Aggregate<VerificationAction> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID recommendation;

    /** The recommendation's, for people. */
    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String verifier;

    @Enumerated(EnumType.STRING)
    private VerificationState state = VerificationState.STARTED;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Method method;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Judgement judgement;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Opening opening;

    @Column(updatable = false)
    private Instant startedAt;

    private @Nullable Instant decidedAt;

    /** Who may read it, as its recommendation said when it began. */
    record Opening(Access access, boolean secret) {}

    @SuppressWarnings("NullAway.Init")
    protected Verification() {}

    Verification(Actor by, Recommendation of, Method method, Instant at) {
        this.id = Uuid7.next();
        this.recommendation = of.id();
        this.number = of.number();
        this.body = of.body();
        this.verifier = by.sub();
        this.method = method;
        this.opening = new Opening(of.accessOfParts(by.sub()), of.secret());
        this.startedAt = at;
    }

    List<VerificationEvent> start(Instant at) {
        return List.of(new VerificationEvent.Started(recommendation, at));
    }

    List<VerificationEvent> decide(Actor by, VerificationAction verdict, Judgement said, Instant at) {
        guard(by, verdict);
        var override = said.override();
        REASON_TO_OVERRIDE.require(override == null
                || (override.reason() != null && override.status() != VerifiedStatus.CLOSED_NOT_IMPLEMENTED));
        state = verdict.leadsTo();
        judgement = said;
        decidedAt = at;
        return List.of(
                switch (verdict) {
                    case ACCEPT -> new VerificationEvent.Accepted(said.met(), override != null, at);
                    case ASK_MORE_EVIDENCE -> new VerificationEvent.MoreEvidenceAsked(at);
                    case REJECT -> new VerificationEvent.Rejected(at);
                    case WITHDRAW -> new VerificationEvent.Withdrawn(at);
                });
    }

    String href() {
        return "/v1/verifications/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return opening.access();
    }

    @Override
    protected VerificationView state() {
        return VerificationView.of(this, null);
    }

    @Override
    protected Optional<VerificationState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<VerificationAction> actions() {
        return EnumSet.allOf(VerificationAction.class);
    }

    @Override
    protected boolean possible(VerificationAction action) {
        return state.next().contains(action.leadsTo());
    }

    @Override
    protected void permits(Actor by, VerificationAction action) {
        VERIFIER_ONLY.require(by.is(verifier) && by.bodies().contains(body));
    }

    UUID recommendation() {
        return recommendation;
    }

    String number() {
        return number;
    }

    String body() {
        return body;
    }

    String verifier() {
        return verifier;
    }

    VerificationState verdict() {
        return state;
    }

    Method method() {
        return method;
    }

    @Nullable Judgement judgement() {
        return judgement;
    }

    boolean secret() {
        return opening.secret();
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
