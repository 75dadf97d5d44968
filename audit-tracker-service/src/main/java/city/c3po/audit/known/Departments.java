package city.c3po.audit.known;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Optional;

/** Who heads a department, as portfolio tells it. */
@Singleton
public class Departments {
    private final EntityManager entities;

    Departments(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<String> head(String code) {
        List<?> found = entities.createNativeQuery(
                        "select state ->> 'head' from known_record where type = 'department' and id = :code"
                                + " and state ->> 'head' is not null",
                        String.class)
                .setParameter("code", code)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }
}
