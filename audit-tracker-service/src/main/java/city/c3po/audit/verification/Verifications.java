package city.c3po.audit.verification;

import static city.c3po.audit.verification.VerificationRule.EVIDENCE_FOR_EACH_ELEMENT;
import static city.c3po.audit.verification.VerificationRule.EVIDENCE_OF_IT;
import static city.c3po.audit.verification.VerificationRule.NO_HAND_IN_IT;
import static city.c3po.audit.verification.VerificationRule.ONE_AT_A_TIME;

import city.c3po.audit.evidence.Evidence;
import city.c3po.audit.evidence.Evidences;
import city.c3po.audit.evidence.Method;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.Hands;
import city.c3po.audit.recommendation.Recommendations;
import city.c3po.audit.recommendation.Verdict;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/** The verifications; a verdict changes the recommendation and freezes the evidence in the same transaction. */
@Singleton
class Verifications extends Aggregates<Verification, UUID, VerificationAction> {
    private final Recommendations recommendations;
    private final Evidences evidences;
    private final Hands hands;
    private final CityDays days;

    Verifications(
            EntityManager entities,
            Journal journal,
            Recommendations recommendations,
            Evidences evidences,
            Hands hands,
            CityDays days) {
        super(Verification.class, entities, journal);
        this.recommendations = recommendations;
        this.evidences = evidences;
        this.hands = hands;
        this.days = days;
    }

    Verification start(UUID recommendation, Actor by, Method method) {
        var of = recommendations.get(recommendation, by);
        of.requireVerifiable(by);
        var parts = hands.of(recommendation, by.sub());
        NO_HAND_IN_IT.require(parts.isEmpty(), Map.of("parts", parts));
        recommendations.lockMoves();
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "verification/" + recommendation)
                .getResultList();
        ONE_AT_A_TIME.require(!underWay(recommendation));
        var at = days.now();
        return add(new Verification(by, of, method, at), by, one -> one.start(at));
    }

    private boolean underWay(UUID recommendation) {
        return (Boolean) entities()
                .createNativeQuery(
                        "select exists (select from verification where recommendation = :recommendation and state = 'STARTED')",
                        Boolean.class)
                .setParameter("recommendation", recommendation)
                .getSingleResult();
    }

    Verification decide(UUID id, Actor by, Seen seen, VerificationAction action, Judgement said) {
        return change(id, by, seen, action, one -> {
            var events = one.decide(by, action, said, days.now());
            switch (action) {
                case ACCEPT -> {
                    rest(one, said, by);
                    judge(one, by, Verdict.ACCEPTED, said);
                }
                case ASK_MORE_EVIDENCE -> judge(one, by, Verdict.MORE_EVIDENCE, said);
                case REJECT -> judge(one, by, Verdict.REJECTED, said);
                case WITHDRAW -> {}
            }
            return events;
        });
    }

    private void judge(Verification one, Actor by, Verdict verdict, Judgement said) {
        // somebody may have got a hand in it since it began
        var parts = hands.of(one.recommendation(), by.sub());
        NO_HAND_IN_IT.require(parts.isEmpty(), Map.of("parts", parts));
        recommendations.verify(
                one.recommendation(),
                by,
                one.id(),
                verdict,
                said.met(),
                said.override() == null ? null : said.override().status());
    }

    /** The evidence named is of this recommendation, unaltered, shows each element, and is frozen from now on. */
    private void rest(Verification one, Judgement said, Actor by) {
        var missing = new HashSet<>(said.met());
        for (var used : said.used()) {
            var evidence = evidence(used, by);
            EVIDENCE_OF_IT.require(
                    evidence.recommendation().equals(one.recommendation()) && !evidence.withdrawn(),
                    Map.of("evidence", used.evidence()));
            evidences.requireUnaltered(evidence, evidence.revision(used.revision()));
            evidences.freeze(evidence, used.revision(), one.id(), by);
            evidence.elements().forEach(missing::remove);
        }
        EVIDENCE_FOR_EACH_ELEMENT.require(missing.isEmpty(), Map.of("missing", missing));
    }

    private Evidence evidence(Judgement.Used used, Actor by) {
        try {
            return evidences.get(used.evidence(), by);
        } catch (RuleViolation absent) {
            throw absent.rule() == Convention.NOT_FOUND
                    ? EVIDENCE_OF_IT.violated(Map.of("evidence", used.evidence()))
                    : absent;
        }
    }
}
