package city.c3po.charter.signing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time of tokens: the real one, which nobody can move, not that of the business. The database has it, and all
 * replicas have the same database.
 */
@Singleton
class SystemTime {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final EntityManager entities;

    SystemTime(EntityManager entities) {
        this.entities = entities;
    }

    Instant now() {
        var seconds = (BigDecimal) entities.createNativeQuery(
                        "select cast(extract(epoch from clock_timestamp()) as numeric)", BigDecimal.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return Instant.EPOCH.plus(Duration.of(seconds.multiply(MILLION).longValue(), ChronoUnit.MICROS));
    }
}
