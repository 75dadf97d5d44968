package city.c3po.portfolio.reference;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** Which funding lines the city has recorded. */
@Singleton
public class FundingLineCodes {
    private final EntityManager entities;

    FundingLineCodes(EntityManager entities) {
        this.entities = entities;
    }

    /** None at all is fine. */
    public boolean known(@Nullable String code) {
        return code == null || entities.find(FundingLine.class, code) != null;
    }
}
