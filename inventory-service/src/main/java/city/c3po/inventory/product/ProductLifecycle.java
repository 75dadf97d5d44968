package city.c3po.inventory.product;

import static city.c3po.inventory.product.SoftwareProductRule.CYCLES_ARE_DISTINCT;
import static city.c3po.inventory.product.SoftwareProductRule.CYCLE_DAYS_IN_ORDER;
import static city.c3po.inventory.product.SoftwareProductRule.POLICY_ADMIN_RECORDS_LIFECYCLES;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The cycles of one product line. Said anew as a whole, as it is published. */
@Entity
class ProductLifecycle extends Aggregate<ProductLifecycleAction> {
    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProductLifecycleText said;

    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected ProductLifecycle() {}

    ProductLifecycle(String code) {
        this.id = code;
    }

    List<ProductLifecycleEvent> record(Actor by, ProductLifecycleText better, Instant at) {
        guard(by, ProductLifecycleAction.RECORD);
        CYCLES_ARE_DISTINCT.require(better.cycles().stream()
                        .map(ProductLifecycleText.Cycle::cycle)
                        .distinct()
                        .count()
                == better.cycles().size());
        CYCLE_DAYS_IN_ORDER.require(better.cycles().stream().allMatch(ProductLifecycleText.Cycle::isInOrder));
        if (better.equals(said)) {
            return List.of();
        }
        said = better;
        recordedAt = at;
        return List.of(new ProductLifecycleEvent.Recorded(said.cycles().size(), at));
    }

    String href() {
        return "/v1/product-lifecycles/" + id;
    }

    @Override
    public String id() {
        return id;
    }

    /** It was published by its maker. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.PUBLIC, List.of(), List.of(), null, List.of(), List.of());
    }

    @Override
    protected ProductLifecycleView state() {
        return ProductLifecycleView.of(this, null);
    }

    @Override
    protected Set<ProductLifecycleAction> actions() {
        return EnumSet.allOf(ProductLifecycleAction.class);
    }

    @Override
    protected boolean possible(ProductLifecycleAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, ProductLifecycleAction action) {
        POLICY_ADMIN_RECORDS_LIFECYCLES.require(by.has(Roles.POLICY_ADMIN));
    }

    ProductLifecycleText said() {
        return said;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
