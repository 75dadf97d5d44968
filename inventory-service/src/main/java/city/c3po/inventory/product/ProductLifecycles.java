package city.c3po.inventory.product;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The lifecycles. */
@Singleton
class ProductLifecycles extends Aggregates<ProductLifecycle, String, ProductLifecycleAction> {
    ProductLifecycles(EntityManager entities, Journal journal) {
        super(ProductLifecycle.class, entities, journal);
    }

    ProductLifecycle put(String code, Actor by, Seen seen, ProductLifecycleText said, Instant at) {
        return put(
                code,
                by,
                seen,
                ProductLifecycleAction.RECORD,
                () -> new ProductLifecycle(code),
                fresh -> fresh.record(by, said, at),
                known -> known.record(by, said, at));
    }
}
