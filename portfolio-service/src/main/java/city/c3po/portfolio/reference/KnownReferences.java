package city.c3po.portfolio.reference;

import static city.c3po.portfolio.reference.ReferenceRule.REFERENCE_KNOWN;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the codes that a caller writes name something: a mistyped department would be one more department, and make a
 * small initiative a major one. A department in the caller's own token needs no record: the identity provider vouches
 * for it.
 */
@Singleton
public class KnownReferences {
    private final EntityManager entities;

    KnownReferences(EntityManager entities) {
        this.entities = entities;
    }

    /** Codes looked up, and the faults of those that name nothing. */
    public final class Check {
        private final List<Fault> unknown = new ArrayList<>();
        private final Actor by;

        private Check(Actor by) {
            this.by = by;
        }

        public Check department(String pointer, String code) {
            return by.speaksFor(code) ? this : look(pointer, "department", code);
        }

        public Check vendor(@Nullable String number) {
            return number == null ? this : look("/vendor", "vendor", number);
        }

        public Check fundingLine(@Nullable String code) {
            return code == null ? this : look("/fundingLine", "funding_line", code);
        }

        /** Refuses, naming all that is unknown. */
        public void require() {
            if (!unknown.isEmpty()) {
                throw Convention.INVALID_VALUES.violated(unknown);
            }
        }

        private Check look(String pointer, String table, String id) {
            var found = entities.createNativeQuery("select 1 from " + table + " where id = :id", Integer.class)
                    .setParameter("id", id)
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultList();
            if (found.isEmpty()) {
                unknown.add(REFERENCE_KNOWN.at(pointer, id));
            }
            return this;
        }
    }

    public Check check(Actor by) {
        return new Check(by);
    }
}
