package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.OVERRIDE_CHANGES_CLASS;
import static city.c3po.portfolio.initiative.InitiativeRule.UNKNOWN_IS_NEVER_MINOR;

import city.c3po.platform.actor.Actor;
import city.c3po.portfolio.triage.Aggregation;
import city.c3po.portfolio.triage.Outcome;
import city.c3po.portfolio.triage.Triage;
import city.c3po.portfolio.triage.TriageInputs;
import city.c3po.portfolio.triage.TriageOverride;
import city.c3po.portfolio.triage.TriagePolicy;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The class of an initiative, and how it came to it: each revision is triaged, and two people may override the result. A
 * step up to MAJOR outlives later revisions; a step down does not, because nobody judged the new facts yet.
 */
@Embeddable
public class InitiativeTriage {
    /** How often it was triaged: 0 before it is first submitted. */
    private int revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Triage triage;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable OverrideRequest overrideRequest;

    public int revision() {
        return revision;
    }

    public @Nullable Triage result() {
        return triage;
    }

    @Nullable OverrideRequest overrideRequest() {
        return overrideRequest;
    }

    /** Before the first triage nothing is known yet. */
    public Outcome outcome() {
        return triage == null ? Outcome.NEEDS_INFORMATION : triage.outcome();
    }

    int nextRevision() {
        return ++revision;
    }

    /** Voids an override that still awaits its second person: it was asked for on other facts. */
    Triage by(TriagePolicy policy, TriageInputs inputs, @Nullable Aggregation together, Instant at) {
        var fresh = policy.triage(inputs, revision, at).together(together);
        var former = triage == null ? null : triage.override();
        // otherwise a changed comma would undo what two people decided
        if (former != null && former.to() == Outcome.MAJOR && fresh.outcome() != Outcome.MAJOR) {
            fresh = fresh.overridden(former);
        }
        triage = fresh;
        overrideRequest = null;
        return fresh;
    }

    InitiativeEvent requestOverride(Actor by, Outcome to, String reason, Instant at) {
        var from = outcome();
        OVERRIDE_CHANGES_CLASS.require(to != from && to.isKnown());
        UNKNOWN_IS_NEVER_MINOR.require(
                to != Outcome.MINOR || present(triage).byCriteria() != Outcome.NEEDS_INFORMATION);
        overrideRequest = new OverrideRequest(to, reason, by.sub(), at);
        return new InitiativeEvent.OverrideRequested(from, to, reason, at);
    }

    InitiativeEvent confirmOverride(Actor by, Instant at) {
        var asked = present(overrideRequest);
        var override = new TriageOverride(
                outcome(), asked.to(), asked.reason(), asked.requestedBy(), asked.requestedAt(), by.sub(), at);
        var overridden = present(triage).overridden(override);
        triage = overridden;
        overrideRequest = null;
        return new InitiativeEvent.TriageOverridden(override, overridden, at);
    }

    InitiativeEvent rejectOverride(String comment, Instant at) {
        var asked = present(overrideRequest);
        overrideRequest = null;
        return new InitiativeEvent.OverrideRejected(asked.to(), comment, at);
    }

    void voidOverrideRequest() {
        overrideRequest = null;
    }

    /** What the initiative's state guarantees to be there. */
    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
