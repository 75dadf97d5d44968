package city.c3po.charter.evaluation;

import city.c3po.charter.charter.Canonical;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.engagement.Engagements;
import city.c3po.charter.project.CityDays;
import city.c3po.charter.signing.FreshLogin;
import city.c3po.charter.signing.Receipts;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The evaluations. */
@Singleton
class Evaluations extends Aggregates<Evaluation, UUID, EvaluationAction> {
    private final Engagements engagements;
    private final Canonical canonical;
    private final Receipts receipts;
    private final FreshLogin login;
    private final CityDays days;

    Evaluations(
            EntityManager entities,
            Journal journal,
            Engagements engagements,
            Canonical canonical,
            Receipts receipts,
            FreshLogin login,
            CityDays days) {
        super(Evaluation.class, entities, journal);
        this.engagements = engagements;
        this.canonical = canonical;
        this.receipts = receipts;
        this.login = login;
        this.days = days;
    }

    Evaluation draft(UUID engagement, Actor by, Findings findings, Instant at) {
        var terms = engagements.termsOf(engagement, by);
        var amount = terms.amount() == null ? null : terms.amount().amount();
        var year = days.calendar().dateOf(at).getYear();
        var fresh = new Evaluation(by, engagement, terms.vendor(), amount, findings, year, at);
        return add(fresh, by, evaluation -> evaluation.draft(by, at));
    }

    /** Signs what was found, what the vendor said, and what the review said. */
    Evaluation finish(UUID id, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, EvaluationAction.FINALIZE, evaluation -> {
            evaluation.requirePossible(by, EvaluationAction.FINALIZE);
            login.require(by);
            var text = new LinkedHashMap<String, Object>();
            text.put("evaluation", evaluation.number());
            text.put("engagement", evaluation.engagement());
            text.put("vendor", evaluation.vendor());
            text.put("findings", evaluation.findings());
            text.put("response", evaluation.hearing().response());
            text.put("disputed", evaluation.hearing().disputed());
            text.put("reviewedBy", evaluation.hearing().reviewedBy());
            text.put("reviewComment", evaluation.hearing().reviewComment());
            var hash = Canonical.sha256(canonical.text(text));
            var said = new LinkedHashMap<String, Object>();
            said.put("contentHash", hash);
            said.put("evaluation", evaluation.number());
            said.put("purpose", Purpose.EVALUATE);
            said.put("signer", by.sub());
            said.put("name", by.name());
            said.put("authenticatedAt", String.valueOf(by.authTime()));
            said.put("signedAt", at.toString());
            var receipt = receipts.signed(said);
            return evaluation.finish(by, hash, receipt, Canonical.sha256(receipt), at);
        });
    }

    /** A final evaluation, as much of it as the roll-up needs. */
    record Weighed(BigDecimal average, BigDecimal amount, Instant finalAt) {}

    List<Weighed> finals(String vendor) {
        return entities()
                .createQuery("from Evaluation where vendor = :vendor and state = FINAL", Evaluation.class)
                .setParameter("vendor", vendor)
                .getResultList()
                .stream()
                .map(evaluation -> new Weighed(
                        Objects.requireNonNull(evaluation.average()),
                        evaluation.amount() == null ? BigDecimal.ONE : evaluation.amount(),
                        Objects.requireNonNull(evaluation.finalAt())))
                .toList();
    }
}
