package city.c3po.portfolio.reference;

import static city.c3po.portfolio.reference.ReferenceRule.REFERENCE_KNOWN;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
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
            if (!exists(table, id)) {
                unknown.add(REFERENCE_KNOWN.at(pointer, id));
            }
            return this;
        }

        /** Asked of the driver: the mapper compares plans of native queries for longer than the database looks. */
        private boolean exists(String table, String id) {
            return entities.unwrap(Session.class).doReturningWork(connection -> {
                try (var query = connection.prepareStatement("select from " + table + " where id = ?")) {
                    query.setString(1, id);
                    try (var row = query.executeQuery()) {
                        return row.next();
                    }
                }
            });
        }
    }

    public Check check(Actor by) {
        return new Check(by);
    }
}
