package city.c3po.audit.audit;

import static city.c3po.audit.audit.AuditRule.FINDING_KEY_TAKEN;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The findings. */
@Singleton
public class Findings extends Aggregates<Finding, UUID, FindingAction> {
    Findings(EntityManager entities, Journal journal) {
        super(Finding.class, entities, journal);
    }

    public Finding record(Actor by, Audit audit, FindingText said, Instant at) {
        audit.requireRecorder(by);
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "findings/" + audit.id())
                .getResultList();
        var key = said.key() == null ? "F" + (count(audit) + 1) : said.key();
        List<?> holders = entities()
                .createNativeQuery("select id from finding where audit = :audit and key = :key", UUID.class)
                .setParameter("audit", audit.id())
                .setParameter("key", key)
                .getResultList();
        FINDING_KEY_TAKEN.require(holders.isEmpty(), Map.of("takenBy", holders));
        return add(new Finding(by, audit, key, said, at), by, finding -> finding.record(at));
    }

    /** All that the audit has. */
    public Set<String> keys(Audit audit) {
        List<?> keys = entities()
                .createNativeQuery("select key from finding where audit = :audit", String.class)
                .setParameter("audit", audit.id())
                .getResultList();
        return keys.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private long count(Audit audit) {
        return (Long) entities()
                .createNativeQuery("select count(*) from finding where audit = :audit", Long.class)
                .setParameter("audit", audit.id())
                .getSingleResult();
    }
}
