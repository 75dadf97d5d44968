package city.c3po.inventory.product;

import static city.c3po.inventory.product.SoftwareProductRule.PRODUCT_IS_NEW;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The products. */
@Singleton
public class SoftwareProducts extends Aggregates<SoftwareProduct, UUID, SoftwareProductAction> {
    SoftwareProducts(EntityManager entities, Journal journal) {
        super(SoftwareProduct.class, entities, journal);
    }

    SoftwareProduct create(SoftwareProductText said, Actor by, Instant at) {
        var fresh = new SoftwareProduct(by, said, at);
        return add(fresh, by, product -> {
            var events = product.create(by, at);
            requireNew(product.id(), said);
            return events;
        });
    }

    SoftwareProduct edit(UUID id, Actor by, Seen seen, UnaryOperator<SoftwareProductText> better, Instant at) {
        return edit(id, by, seen, SoftwareProductAction.EDIT, product -> {
            var said = better.apply(product.said());
            requireNew(id, said);
            return product.edit(by, said, at);
        });
    }

    /** As other records refer to it. */
    public Optional<Reference> reference(UUID id) {
        return Optional.ofNullable(entities().find(SoftwareProduct.class, id))
                .map(found -> new Reference("softwareProduct", found.id().toString(), null, found.href()));
    }

    private void requireNew(UUID known, SoftwareProductText said) {
        List<?> twin = entities()
                .createNativeQuery("""
                        select cast(id as text) from software_product
                        where id <> :id
                          and (lower(publisher) = lower(:publisher) and lower(product) = lower(:product)
                               and lower(coalesce(edition, '')) = lower(:edition)
                               and lower(coalesce(release, '')) = lower(:version)
                               or purl = :purl or cpe = :cpe) limit 1""", String.class)
                .setParameter("id", known)
                .setParameter("publisher", said.publisher())
                .setParameter("product", said.product())
                .setParameter("edition", Objects.requireNonNullElse(said.edition(), ""))
                .setParameter("version", Objects.requireNonNullElse(said.version(), ""))
                .setParameter("purl", Objects.requireNonNullElse(said.purl(), ""))
                .setParameter("cpe", Objects.requireNonNullElse(said.cpe(), ""))
                .getResultList();
        if (!twin.isEmpty()) {
            var id = twin.getFirst().toString();
            throw PRODUCT_IS_NEW.violated(
                    Map.of("product", new Reference("softwareProduct", id, null, "/v1/software-products/" + id)));
        }
    }
}
