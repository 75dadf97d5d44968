package city.c3po.inventory.product;

import static city.c3po.inventory.product.SoftwareProductRule.OFFICE_KEEPS_PRODUCTS;
import static city.c3po.inventory.product.SoftwareProductRule.PRODUCT_SAMPLE_DATA_FIXED;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A product as its publisher sells it. What depends on its age is asked on a day, and is not kept. */
@Entity
class SoftwareProduct extends Aggregate<SoftwareProductAction> {
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private SoftwareProductText said;

    @Column(updatable = false)
    private boolean sampleData;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected SoftwareProduct() {}

    SoftwareProduct(Actor by, SoftwareProductText said, Instant at) {
        this.id = Uuid7.next();
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
        this.said = said.settled(sampleData);
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<SoftwareProductEvent> create(Actor by, Instant at) {
        permits(by, SoftwareProductAction.EDIT);
        return List.of(new SoftwareProductEvent.Created(said.label(), at));
    }

    List<SoftwareProductEvent> edit(Actor by, SoftwareProductText better, Instant at) {
        guard(by, SoftwareProductAction.EDIT);
        PRODUCT_SAMPLE_DATA_FIXED.require(Boolean.TRUE.equals(better.sampleData()) == sampleData);
        var settled = better.settled(sampleData);
        if (settled.equals(said)) {
            return List.of();
        }
        said = settled;
        return List.of(new SoftwareProductEvent.Edited(said.label(), at));
    }

    String href() {
        return "/v1/software-products/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Every employee, and every system: feeds name products. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.PUBLIC, List.of(), List.of(), null, List.of(), List.of());
    }

    @Override
    protected SoftwareProductView state() {
        return SoftwareProductView.of(this, null);
    }

    @Override
    protected Set<SoftwareProductAction> actions() {
        return EnumSet.allOf(SoftwareProductAction.class);
    }

    @Override
    protected boolean possible(SoftwareProductAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, SoftwareProductAction action) {
        OFFICE_KEEPS_PRODUCTS.require(by.has(Roles.PORTFOLIO_MANAGER));
    }

    SoftwareProductText said() {
        return said;
    }

    boolean sampleData() {
        return sampleData;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
