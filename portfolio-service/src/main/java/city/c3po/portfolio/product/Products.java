package city.c3po.portfolio.product;

import static city.c3po.portfolio.product.ProductRule.KNOWN_PRODUCT;
import static city.c3po.portfolio.product.ProductRule.PRODUCT_LIVES;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.reference.KnownReferences;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The products. */
@Singleton
public class Products extends Aggregates<Product, UUID, ProductAction> {
    private final KnownReferences known;

    Products(EntityManager entities, Journal journal, KnownReferences known) {
        super(Product.class, entities, journal);
        this.known = known;
    }

    /** The products that a project is about to deliver to: there, visible and not retired. */
    public List<Reference> deliveredTo(Collection<UUID> ids, Actor by) {
        return ids.stream()
                .distinct()
                .map(id -> {
                    var product = Optional.ofNullable(entities().find(Product.class, id))
                            .filter(found -> found.access().visibleTo(by))
                            .orElseThrow(() -> KNOWN_PRODUCT.violated(Map.of("product", id)));
                    PRODUCT_LIVES.require(
                            product.productState() != ProductState.RETIRED, Map.of("product", product.reference()));
                    return product.reference();
                })
                .toList();
    }

    List<ProductEvent> checked(Actor by, Product product, List<ProductEvent> events) {
        var department = product.plan().department();
        if (!events.isEmpty() && department != null) {
            known.check(by).department("/department", department).require();
        }
        return events;
    }
}
