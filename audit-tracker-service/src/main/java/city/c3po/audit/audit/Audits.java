package city.c3po.audit.audit;

import static city.c3po.audit.audit.AuditRule.CODE_TAKEN;

import city.c3po.audit.known.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The audits. */
@Singleton
public class Audits extends Aggregates<Audit, UUID, AuditAction> {
    private final CityDays days;

    Audits(EntityManager entities, Journal journal, CityDays days) {
        super(Audit.class, entities, journal);
        this.days = days;
    }

    Audit issue(Actor by, AuditTerms said) {
        var at = days.now();
        var today = days.today();
        // drawn before the insert, because the code of an audit without one is its number
        var drawn = (Number) entities()
                .createNativeQuery("select nextval('audit_number')", Long.class)
                .getSingleResult();
        var code = said.code() == null ? "AUD-%d-%04d".formatted(today.getYear(), drawn.longValue()) : said.code();
        requireFree(code);
        return add(new Audit(by, said, code, today, at), by, audit -> audit.issue(at));
    }

    private void requireFree(String code) {
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "audit/" + code)
                .getResultList();
        List<?> holders = entities()
                .createNativeQuery("select number from audit where code = :code", String.class)
                .setParameter("code", code)
                .getResultList();
        CODE_TAKEN.require(holders.isEmpty(), Map.of("takenBy", holders));
    }
}
