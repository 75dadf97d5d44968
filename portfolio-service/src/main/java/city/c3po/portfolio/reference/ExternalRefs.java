package city.c3po.portfolio.reference;

import static city.c3po.portfolio.reference.ReferenceRule.EXTERNAL_REF_FREE;
import static city.c3po.portfolio.reference.ReferenceRule.OWN_SOURCE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.ExternalRef;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which record a department's system means by its own key. The table is kept by the database; see its triggers. */
@Singleton
public class ExternalRefs {
    /** Of the parameter {@code externalRef}: the key may hold further colons, the source none. */
    public static final String PATTERN = "[^:]+:.+";

    private final EntityManager entities;

    ExternalRefs(EntityManager entities) {
        this.entities = entities;
    }

    /** @param kind as in the triggers: {@code vendor}, {@code initiative} */
    public Optional<String> find(String kind, ExternalRef ref) {
        return entities.createNativeQuery(
                        "select record from external_ref where kind = :kind and source = :source and key = :key",
                        String.class)
                .setParameter("kind", kind)
                .setParameter("source", ref.source())
                .setParameter("key", ref.key())
                // a question about others: what this transaction has not written yet does not matter
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }

    /** As {@link #find}, but two callers who put the same reference at once take turns. */
    public Optional<String> findInTurn(String kind, ExternalRef ref) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", kind + "/" + ref)
                .getResultList();
        return find(kind, ref);
    }

    /** Each reference is given once; a race that slips through here ends at the table's key. */
    public void requireFree(String kind, String record, List<ExternalRef> refs) {
        for (var ref : refs) {
            find(kind, ref).filter(holder -> !holder.equals(record)).ifPresent(holder -> {
                throw EXTERNAL_REF_FREE.violated(Map.of("externalRef", ref.toString(), "takenBy", holder));
            });
        }
    }

    /** The record that the parameter {@code :ref} means, as a text, in the SQL of a list. */
    public static String recordOf(String kind) {
        return "(select e.record from external_ref e where e.kind = '" + kind
                + "' and e.source = split_part(:ref, ':', 1) and e.key = substr(:ref, strpos(:ref, ':') + 1))";
    }

    /** A department system puts what its own source knows, not another's. */
    public static void requireOwn(Actor by, String source) {
        OWN_SOURCE.require(!by.has(Roles.FEEDER) || by.feeds(source));
    }
}
