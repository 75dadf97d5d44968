package city.c3po.charter.engagement;

import static city.c3po.charter.engagement.EngagementRule.CITY_ONLY;
import static city.c3po.charter.engagement.EngagementRule.ENGAGEMENT_DATES_IN_ORDER;
import static city.c3po.charter.engagement.EngagementRule.KNOWN_NOMINEE;
import static city.c3po.charter.engagement.EngagementRule.KNOWN_POSITION;
import static city.c3po.charter.engagement.EngagementRule.NOMINEE_MOVE;
import static city.c3po.charter.engagement.EngagementRule.NOTICE_IN_TIME;
import static city.c3po.charter.engagement.EngagementRule.OFFICE_ONLY;
import static city.c3po.charter.engagement.EngagementRule.ONE_ACTIVE;
import static city.c3po.charter.engagement.EngagementRule.OWN_ENGAGEMENT;
import static city.c3po.charter.engagement.EngagementRule.PROJECT_IS_FIXED;
import static city.c3po.charter.engagement.EngagementRule.QUALIFIED;
import static city.c3po.charter.engagement.EngagementRule.REPLACES_ACTIVE;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * A vendor at work on a project. The procurement system says what was agreed; the vendor nominates people for the key
 * positions, and the city answers.
 */
@Entity
public class Engagement extends Aggregate<EngagementAction> {
    static final Duration LONGEST_GAP = Duration.ofDays(10);

    @Id
    private UUID id;

    /** Written as {@code ENG-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('engagement_number'))")
    @Column(updatable = false)
    private String number;

    @JdbcTypeCode(SqlTypes.JSON)
    private EngagementTerms terms;

    /** As in the terms; a column of its own, because completeness compares it. */
    private @Nullable LocalDate solicitedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<KeyPosition> positions = List.of();

    /** The department system that feeds it, if one does. */
    @Column(updatable = false)
    private @Nullable String source;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Engagement() {}

    /** @param year of the number, in the city's calendar */
    Engagement(Actor by, EngagementTerms said, @Nullable String source, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "ENG-" + year + "-";
        this.source = source;
        this.createdBy = by.sub();
        this.createdAt = at;
        say(said.settled(Boolean.TRUE.equals(said.sampleData())));
    }

    private void say(EngagementTerms said) {
        ENGAGEMENT_DATES_IN_ORDER.require(said.inOrder());
        terms = said;
        solicitedOn = said.solicitedOn();
    }

    List<EngagementEvent> record(Instant at) {
        return List.of(new EngagementEvent.Recorded(terms.project(), terms.vendor(), at));
    }

    /** Saying the same again is no change. */
    List<EngagementEvent> edit(Actor by, EngagementTerms said, Instant at) {
        guard(by, EngagementAction.EDIT);
        PROJECT_IS_FIXED.require(
                said.project().equals(terms.project()) && said.vendor().equals(terms.vendor()));
        var settled = said.settled(Boolean.TRUE.equals(terms.sampleData()));
        if (settled.equals(terms)) {
            return List.of();
        }
        say(settled);
        return List.of(new EngagementEvent.Revised(at));
    }

    EngagementTerms terms() {
        return terms;
    }

    List<EngagementEvent> plan(
            Actor by,
            String key,
            String what,
            List<String> needed,
            int percent,
            @Nullable LocalDate nameBy,
            Instant at) {
        guard(by, EngagementAction.PLAN_POSITION);
        var known = positions.stream()
                .filter(position -> position.key().equals(key))
                .findFirst()
                .orElse(new KeyPosition(key, what, needed, percent, nameBy, List.of(), at, false));
        replace(known.planned(what, needed, percent, nameBy));
        return List.of(new EngagementEvent.KeyPositionPlanned(key, at));
    }

    /** @param answerDue 15 business days from now */
    List<EngagementEvent> nominate(
            Actor by, String key, String name, List<String> qualifications, Instant answerDue, Instant at) {
        guard(by, EngagementAction.NOMINATE);
        var position = position(key);
        var nominee = new Nominee(
                Uuid7.next(),
                name,
                qualifications,
                NomineeState.PROPOSED,
                null,
                null,
                null,
                null,
                by.sub(),
                at,
                answerDue,
                null,
                null);
        return propose(position, nominee, at);
    }

    /** @param earliest the tenth business day from now */
    List<EngagementEvent> substitute(Actor by, String key, Nominee nominee, LocalDate earliest, Instant at) {
        guard(by, EngagementAction.NOMINATE);
        var position = position(key);
        REPLACES_ACTIVE.require(position.nominees().stream()
                .anyMatch(other -> other.id().equals(nominee.replaces()) && other.state() == NomineeState.ACTIVE));
        var lastDay = nominee.lastDay();
        NOTICE_IN_TIME.require(lastDay != null && !lastDay.isBefore(earliest), Map.of("earliest", earliest));
        return propose(position, nominee, at);
    }

    private List<EngagementEvent> propose(KeyPosition position, Nominee nominee, Instant at) {
        var missing = position.qualifications().stream()
                .filter(needed -> nominee.qualifications().stream().noneMatch(needed::equalsIgnoreCase))
                .toList();
        QUALIFIED.require(missing.isEmpty(), Map.of("missing", missing));
        replace(position.with(nominee));
        return List.of(new EngagementEvent.KeyStaffProposed(position.key(), nominee, at));
    }

    List<EngagementEvent> answer(
            Actor by, String key, UUID nominee, NomineeState next, @Nullable String comment, Instant at) {
        guard(by, EngagementAction.ANSWER);
        var position = position(key);
        var present = position.nominees().stream()
                .filter(other -> other.id().equals(nominee))
                .findFirst()
                .orElseThrow(KNOWN_NOMINEE::violated);
        NOMINEE_MOVE.require(present.state().next().contains(next), Map.of("nomineeState", present.state()));
        ONE_ACTIVE.require(next != NomineeState.ACTIVE
                || position.nominees().stream().noneMatch(other -> other.state() == NomineeState.ACTIVE));
        var moved = present.moved(next, by.sub(), comment);
        replace(position.with(moved).counted(at));
        return List.of(
                switch (next) {
                    case UNDER_REVIEW -> new EngagementEvent.KeyStaffReviewStarted(key, moved, at);
                    case APPROVED -> new EngagementEvent.KeyStaffApproved(key, moved, at);
                    case REJECTED -> new EngagementEvent.KeyStaffRejected(key, moved, comment, at);
                    case ACTIVE -> new EngagementEvent.KeyStaffActivated(key, moved, at);
                    case RELEASED -> new EngagementEvent.KeyStaffReleased(key, moved, comment, at);
                    case PROPOSED -> throw new IllegalStateException("nobody is proposed again");
                });
    }

    /** Positions that have stood empty for too long, and were not told yet. */
    List<KeyPosition> gaps(Instant at) {
        return positions.stream()
                .filter(position -> !position.gap()
                        && position.vacantSince() != null
                        && at.isAfter(position.vacantSince().plus(LONGEST_GAP)))
                .toList();
    }

    List<EngagementEvent> tellGaps(Instant at) {
        var gaps = gaps(at);
        gaps.forEach(gap -> replace(gap.told()));
        return gaps.stream()
                .<EngagementEvent>map(gap ->
                        new EngagementEvent.KeyStaffGap(gap.key(), Objects.requireNonNull(gap.vacantSince()), at))
                .toList();
    }

    private KeyPosition position(String key) {
        return positions.stream()
                .filter(position -> position.key().equals(key))
                .findFirst()
                .orElseThrow(() -> KNOWN_POSITION.violated(Map.of(
                        "positions", positions.stream().map(KeyPosition::key).toList())));
    }

    private void replace(KeyPosition changed) {
        var others = positions.stream().filter(position -> !position.key().equals(changed.key()));
        positions = Stream.concat(others, Stream.of(changed))
                .sorted(Comparator.comparing(KeyPosition::key))
                .toList();
    }

    String href() {
        return "/v1/engagements/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The city's own people, and this one vendor. */
    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                List.of(),
                List.of(createdBy),
                terms.vendor(),
                List.of(),
                source == null ? List.of() : List.of(source));
    }

    @Override
    protected EngagementView state() {
        return EngagementView.of(this, null);
    }

    @Override
    protected Set<EngagementAction> actions() {
        return EnumSet.of(
                EngagementAction.EDIT,
                EngagementAction.PLAN_POSITION,
                EngagementAction.NOMINATE,
                EngagementAction.ANSWER);
    }

    @Override
    protected boolean possible(EngagementAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, EngagementAction action) {
        switch (action) {
            case EDIT, PLAN_POSITION ->
                CITY_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER) || (source != null && by.feeds(source)));
            case NOMINATE ->
                OWN_ENGAGEMENT.require(
                        by.has(Roles.PORTFOLIO_MANAGER) || terms.vendor().equals(by.vendor()));
            case ANSWER ->
                OFFICE_ONLY.require(
                        by.vendor() == null && (by.has(Roles.PORTFOLIO_MANAGER) || by.has(Roles.SIGNATORY)));
            case WATCH -> {}
        }
    }

    String number() {
        return number;
    }

    List<KeyPosition> positions() {
        return positions;
    }

    @Nullable String source() {
        return source;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
