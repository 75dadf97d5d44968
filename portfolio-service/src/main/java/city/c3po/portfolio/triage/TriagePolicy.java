package city.c3po.portfolio.triage;

import static city.c3po.portfolio.triage.TriagePolicyRule.LATER_THAN_LAST;
import static city.c3po.portfolio.triage.TriagePolicyRule.NOT_RETROACTIVE;
import static city.c3po.portfolio.triage.TriagePolicyRule.POLICY_ADMINS_ONLY;
import static city.c3po.portfolio.triage.TriagePolicyRule.SECOND_PERSON_ADOPTS;
import static city.c3po.portfolio.triage.TriagePolicyRule.THRESHOLD_NOT_NEGATIVE;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

/**
 * One version of the rule that decides whether the portfolio office is in the mix. An author drafts and proposes it; a
 * second person, who wrote none of it, adopts it for a day that has not passed yet. From that day on it applies to every
 * triage, until a later one is adopted. It is never changed after that, so that every past triage can be repeated.
 */
@Entity
@Table(name = "triage_policy")
public class TriagePolicy extends Aggregate<TriagePolicyAction> {
    @Id
    private UUID id;

    /** Written as {@code TRP-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('triage_policy_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private TriagePolicyState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private TriagePolicyText text;

    /** Everybody who wrote or proposed it: none of them adopts it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    /** As in the text; a column of its own, because the policy of a day is looked up by it. */
    private LocalDate effectiveFrom;

    private @Nullable LocalDate effectiveUntil;
    private @Nullable String adoptedBy;
    private @Nullable Instant adoptedAt;
    private @Nullable String comment;

    @SuppressWarnings("NullAway.Init")
    protected TriagePolicy() {}

    TriagePolicy(TriagePolicyText text, int year) {
        this.id = Uuid7.next();
        this.number = "TRP-" + year + "-";
        this.state = TriagePolicyState.DRAFT;
        this.text = text;
        this.effectiveFrom = text.effectiveFrom();
    }

    List<TriagePolicyEvent> draft(Actor by, Instant at) {
        permits(by, TriagePolicyAction.DRAFT);
        requireSound(text);
        authors = and(by);
        return List.of(new TriagePolicyEvent.Drafted(text.title(), text.effectiveFrom(), at));
    }

    List<TriagePolicyEvent> edit(Actor by, TriagePolicyText better, Instant at) {
        guard(by, TriagePolicyAction.EDIT);
        requireSound(better);
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        effectiveFrom = better.effectiveFrom();
        authors = and(by);
        return List.of(new TriagePolicyEvent.Edited(text.title(), text.effectiveFrom(), at));
    }

    List<TriagePolicyEvent> propose(Actor by, Instant at) {
        guard(by, TriagePolicyAction.PROPOSE);
        moveTo(TriagePolicyState.PROPOSED);
        authors = and(by);
        return List.of(new TriagePolicyEvent.Proposed(by.sub(), at));
    }

    List<TriagePolicyEvent> giveBack(Actor by, String why, Instant at) {
        guard(by, TriagePolicyAction.RETURN);
        moveTo(TriagePolicyState.DRAFT);
        comment = why;
        return List.of(new TriagePolicyEvent.Returned(by.sub(), why, at));
    }

    /**
     * @param last the version adopted before, whose end this one sets
     * @param today in the city's calendar
     */
    List<TriagePolicyEvent> adopt(Actor by, @Nullable TriagePolicy last, LocalDate today, Instant at) {
        guard(by, TriagePolicyAction.ADOPT);
        NOT_RETROACTIVE.require(!effectiveFrom.isBefore(today), Map.of("effectiveFrom", effectiveFrom, "today", today));
        if (last != null) {
            LATER_THAN_LAST.require(
                    effectiveFrom.isAfter(last.effectiveFrom),
                    Map.of("effectiveFrom", effectiveFrom, "last", last.effectiveFrom));
        }
        moveTo(TriagePolicyState.ADOPTED);
        adoptedBy = by.sub();
        adoptedAt = at;
        return List.of(
                new TriagePolicyEvent.Adopted(text.effectiveFrom(), last == null ? null : last.number, null, at));
    }

    /** The city's own policy, adopted before there was a suite: by its report to the committee. */
    List<TriagePolicyEvent> adoptedByTheCity(String source, Instant at) {
        state = TriagePolicyState.ADOPTED;
        adoptedBy = Actor.SYSTEM.sub();
        adoptedAt = at;
        return List.of(new TriagePolicyEvent.Adopted(text.effectiveFrom(), null, source, at));
    }

    List<TriagePolicyEvent> supersede(Actor by, TriagePolicy later, Instant at) {
        guard(by, TriagePolicyAction.SUPERSEDE);
        moveTo(TriagePolicyState.SUPERSEDED);
        var until = later.effectiveFrom.minusDays(1);
        effectiveUntil = until;
        return List.of(new TriagePolicyEvent.Superseded(later.id, until, at));
    }

    /** The triage of a revision by this policy: the same inputs give the same result, always. */
    public Triage triage(TriageInputs inputs, int revision, Instant at) {
        return Triage.of(text.thresholds().ask(inputs), inputs, revision, reference(), at);
    }

    /** The line of its criterion COST. */
    public Money costLine() {
        return text.thresholds().cost();
    }

    /** What its criteria say, for somebody who is not triaged. */
    public List<Finding> ask(TriageInputs inputs) {
        return text.thresholds().ask(inputs);
    }

    Reference reference() {
        return new Reference("triagePolicy", id.toString(), number, href());
    }

    String href() {
        return "/v1/triage-policies/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected TriagePolicyView state() {
        return TriagePolicyView.of(this, null);
    }

    @Override
    protected Optional<TriagePolicyState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<TriagePolicyAction> actions() {
        return EnumSet.of(
                TriagePolicyAction.EDIT,
                TriagePolicyAction.PROPOSE,
                TriagePolicyAction.RETURN,
                TriagePolicyAction.ADOPT);
    }

    @Override
    protected boolean possible(TriagePolicyAction action) {
        return switch (action) {
            case DRAFT -> false;
            case EDIT, PROPOSE -> state == TriagePolicyState.DRAFT;
            case RETURN, ADOPT -> state == TriagePolicyState.PROPOSED;
            case SUPERSEDE -> state == TriagePolicyState.ADOPTED;
        };
    }

    @Override
    protected void permits(Actor by, TriagePolicyAction action) {
        POLICY_ADMINS_ONLY.require(by.has(Roles.POLICY_ADMIN));
        switch (action) {
            case DRAFT, EDIT, PROPOSE, RETURN, SUPERSEDE -> {}
            case ADOPT -> SECOND_PERSON_ADOPTS.require(!authors.contains(by.sub()));
        }
    }

    private void moveTo(TriagePolicyState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> and(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    private static void requireSound(TriagePolicyText text) {
        THRESHOLD_NOT_NEGATIVE.require(text.thresholds().cost().amount().signum() >= 0);
    }

    String number() {
        return number;
    }

    TriagePolicyState policyState() {
        return state;
    }

    TriagePolicyText text() {
        return text;
    }

    @Nullable LocalDate effectiveUntil() {
        return effectiveUntil;
    }

    @Nullable String adoptedBy() {
        return adoptedBy;
    }

    @Nullable Instant adoptedAt() {
        return adoptedAt;
    }

    @Nullable String comment() {
        return comment;
    }

    List<String> authors() {
        return authors;
    }
}
