package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationRule.EVIDENCE_FOR_BACKWARDS;
import static city.c3po.audit.recommendation.RecommendationRule.ORDINAL_TAKEN;

import city.c3po.audit.audit.Audits;
import city.c3po.audit.audit.Finding;
import city.c3po.audit.audit.Findings;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Watch;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Event;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The recommendations. Whoever changes one first takes the lock of its moves shared; a follow-up cycle that freezes takes
 * it alone, so that no move is written between its snapshot and its ledger.
 */
@Singleton
public class Recommendations extends Aggregates<Recommendation, UUID, RecommendationAction> {
    /** First half of the key of the advisory lock of moves. */
    public static final String MOVES_LOCK = "recommendation-moves";

    private final Audits audits;
    private final Findings findings;
    private final Hands hands;
    private final CityDays days;

    Recommendations(
            EntityManager entities, Journal journal, Audits audits, Findings findings, Hands hands, CityDays days) {
        super(Recommendation.class, entities, journal);
        this.audits = audits;
        this.findings = findings;
        this.hands = hands;
        this.days = days;
    }

    Recommendation issue(Actor by, NewRecommendation said) {
        var at = days.now();
        var finding = finding(said.finding(), by);
        var audit = audits.get(finding.audit(), by);
        audit.requireRecorder(by);
        lockMoves();
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "recommendations/" + audit.id())
                .getResultList();
        int ordinal = said.ordinal() == null ? nextOrdinal(audit.id()) : said.ordinal();
        requireFree(audit.id(), ordinal);
        var fresh = new Recommendation(by, audit, finding, said, ordinal, at);
        var issued = add(fresh, by, one -> one.issue(at));
        keepMoves(issued, fresh.issue(at));
        return issued;
    }

    /** From a sheet: issued, with the day that was expected as a milestone, and with the status that was reported. */
    public Recommendation bring(Actor by, Brought said) {
        var id = issue(by, said.issue()).id();
        var eta = said.eta();
        if (eta != null) {
            edit(
                    id,
                    Watch.WATCH,
                    Seen.whatever(),
                    RecommendationAction.PLAN_ACTION,
                    one -> one.planAction(
                            Watch.WATCH, "A1", said.title(), null, said.milestones(eta), days.today(), days.now()));
        }
        var asOf = said.asOf();
        if (said.status() != ManagementStatus.NOT_STARTED && asOf != null) {
            change(
                    id,
                    by,
                    Seen.whatever(),
                    RecommendationAction.REPORT_STATUS,
                    one -> one.reportStatus(
                            by, new AsReported(said.status(), asOf, said.document()), days.today(), days.now()));
        }
        return get(id, by);
    }

    /** Named in a body, so an unknown one is a value that cannot be right. */
    private Finding finding(UUID id, Actor by) {
        try {
            return findings.get(id, by);
        } catch (RuleViolation absent) {
            throw absent.rule() == Convention.NOT_FOUND
                    ? Convention.INVALID_VALUES.violated(List.of(
                            new Fault("/finding", "unknown-finding", "There is no such finding that you may see.")))
                    : absent;
        }
    }

    private int nextOrdinal(UUID audit) {
        return (Integer) entities()
                .createNativeQuery(
                        "select coalesce(max(ordinal), 0) + 1 from recommendation where audit = :audit", Integer.class)
                .setParameter("audit", audit)
                .getSingleResult();
    }

    private void requireFree(UUID audit, int ordinal) {
        List<?> holders = entities()
                .createNativeQuery(
                        "select number from recommendation where audit = :audit and ordinal = :ordinal", String.class)
                .setParameter("audit", audit)
                .setParameter("ordinal", ordinal)
                .getResultList();
        ORDINAL_TAKEN.require(holders.isEmpty(), Map.of("takenBy", holders));
    }

    @Override
    public Recommendation change(UUID id, Actor by, Seen seen, RecommendationAction action, Verb<Recommendation> verb) {
        lockMoves();
        var happened = new ArrayList<Event>();
        var changed = super.change(id, by, seen, action, noting(happened, verb));
        keepMoves(changed, happened);
        return changed;
    }

    @Override
    public Recommendation edit(UUID id, Actor by, Seen seen, RecommendationAction action, Verb<Recommendation> verb) {
        lockMoves();
        var happened = new ArrayList<Event>();
        var changed = super.edit(id, by, seen, action, noting(happened, verb));
        keepMoves(changed, happened);
        return changed;
    }

    private static Verb<Recommendation> noting(List<Event> happened, Verb<Recommendation> verb) {
        return one -> {
            var events = verb.apply(one);
            happened.addAll(events);
            return events;
        };
    }

    /** For a verdict; belongs to the transaction that keeps the verification. */
    public Recommendation verify(
            UUID id,
            Actor by,
            UUID verification,
            Verdict verdict,
            Collection<String> elements,
            @Nullable VerifiedStatus override) {
        return change(
                id,
                by,
                Seen.whatever(),
                RecommendationAction.VERIFY,
                one -> one.verify(by, verification, verdict, elements, override, days.today(), days.now()));
    }

    /** The elements that a piece of valid evidence speaks for. */
    Set<String> evidenced(UUID recommendation) {
        List<?> keys = entities()
                .createNativeQuery(
                        "select distinct jsonb_array_elements_text(terms -> 'elements') from evidence where recommendation = :recommendation"
                                + " and jsonb_array_length(revisions) > 0 and withdrawn_at is null"
                                + " and (valid_until is null or valid_until >= :today)",
                        String.class)
                .setParameter("recommendation", recommendation)
                .setParameter("today", days.today())
                .getResultList();
        var evidenced = new HashSet<String>();
        keys.forEach(key -> evidenced.add((String) key));
        return evidenced;
    }

    /** A verdict goes back on evidence of this recommendation only. */
    void requireEvidence(UUID recommendation, Collection<UUID> evidence) {
        List<?> known = entities()
                .createNativeQuery(
                        "select id from evidence where recommendation = :recommendation and jsonb_array_length(revisions) > 0",
                        UUID.class)
                .setParameter("recommendation", recommendation)
                .getResultList();
        EVIDENCE_FOR_BACKWARDS.require(known.containsAll(evidence), Map.of("evidence", evidence));
    }

    /** A control's measure; belongs to the transaction that keeps the control. */
    public void measured(UUID id, LivingEvidence now) {
        watch(id, one -> one.measured(Watch.WATCH, now, days.now()));
    }

    public void unmeasured(UUID id, String control) {
        watch(id, one -> one.unmeasured(Watch.WATCH, control, days.now()));
    }

    public void proposeRegression(UUID id, String control, Function<LocalDate, Optional<List<String>>> months) {
        watch(id, one -> one.proposeRegression(Watch.WATCH, control, months, days.now()));
    }

    private void watch(UUID id, Verb<Recommendation> verb) {
        edit(id, Watch.WATCH, Seen.whatever(), RecommendationAction.WATCH, verb);
    }

    /** For links: both must be visible. */
    Recommendation other(UUID id, Actor by, RecommendationRule otherwise) {
        try {
            return get(id, by);
        } catch (RuleViolation absent) {
            throw absent.rule() == Convention.NOT_FOUND ? otherwise.violated() : absent;
        }
    }

    Hands hands() {
        return hands;
    }

    /** Also by whoever begins to verify: a cycle that freezes must see it. */
    public void lockMoves() {
        entities().unwrap(Session.class).doWork(connection -> {
            try (var lock =
                    connection.prepareStatement("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))")) {
                lock.setString(1, MOVES_LOCK);
                lock.execute();
            }
        });
    }

    private void keepMoves(Recommendation one, List<? extends Event> events) {
        var moves = events.stream()
                .filter(RecommendationEvent.class::isInstance)
                .map(RecommendationEvent.class::cast)
                .toList();
        if (moves.isEmpty()) {
            return;
        }
        entities().unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into recommendation_move (recommendation, body, kind, was, becomes, at) values (?, ?, ?, ?, ?, ?)")) {
                for (var event : moves) {
                    Instant at = event.at();
                    for (var move : Move.of(event).toList()) {
                        insert.setObject(1, one.id());
                        insert.setString(2, one.body());
                        insert.setString(3, move.kind().name());
                        insert.setString(4, move.was());
                        insert.setString(5, move.becomes());
                        insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }
}
