package city.c3po.audit.recommendation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Who had a hand in a recommendation's implementation: none of them verifies it. The database asks the same once more,
 * from both sides.
 */
@Singleton
public class Hands {
    private final EntityManager entities;

    Hands(EntityManager entities) {
        this.entities = entities;
    }

    /** How somebody took part. */
    public enum Part {
        OWNER,
        SUBMITTER,
        APPROVER
    }

    public void note(UUID recommendation, String person, Part part) {
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into recommendation_hand (recommendation, person, part) values (?, ?, ?) on conflict do nothing")) {
                insert.setObject(1, recommendation);
                insert.setString(2, person);
                insert.setString(3, part.name());
                insert.execute();
            }
        });
    }

    public List<String> of(UUID recommendation, String person) {
        List<?> parts = entities.createNativeQuery(
                        "select part from recommendation_hand where recommendation = :recommendation and person = :person order by part",
                        String.class)
                .setParameter("recommendation", recommendation)
                .setParameter("person", person)
                .getResultList();
        return parts.stream().map(String.class::cast).toList();
    }

    public boolean verifies(UUID recommendation, String person) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from verification where recommendation = :recommendation and verifier = :person and state = 'STARTED')",
                        Boolean.class)
                .setParameter("recommendation", recommendation)
                .setParameter("person", person)
                .getSingleResult();
    }
}
