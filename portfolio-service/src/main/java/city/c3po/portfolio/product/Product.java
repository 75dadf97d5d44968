package city.c3po.portfolio.product;

import static city.c3po.portfolio.product.ProductRule.OFFICE_CREATES_PRODUCTS;
import static city.c3po.portfolio.product.ProductRule.OWNER_OR_OFFICE;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something the city runs: it has an owner, and no end date. Its owner or the portfolio office moves it from proposed to
 * retired.
 */
@Entity
public class Product extends Aggregate<ProductAction> {
    @Id
    private UUID id;

    /** Written as {@code PRD-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('product_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ProductState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProductPlan plan;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    Product(Actor by, ProductPlan plan, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "PRD-" + year + "-";
        this.state = ProductState.PROPOSED;
        this.plan = plan.settled(Boolean.TRUE.equals(plan.sampleData()));
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<ProductEvent> create(Actor by, Instant at) {
        OFFICE_CREATES_PRODUCTS.require(by.has(Roles.PORTFOLIO_MANAGER));
        return List.of(new ProductEvent.Created(plan.title(), plan.owner(), at));
    }

    List<ProductEvent> edit(Actor by, ProductPlan better, Instant at) {
        guard(by, ProductAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(plan.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(plan.sampleData()));
        if (settled.equals(plan)) {
            return List.of();
        }
        plan = settled;
        return List.of(new ProductEvent.Edited(at));
    }

    List<ProductEvent> move(Actor by, ProductAction action, @Nullable String reason, Instant at) {
        guard(by, action);
        var from = state;
        moveTo(action.to().orElseThrow());
        return List.of(new ProductEvent.Moved(from, state, reason, at));
    }

    private void moveTo(ProductState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    Reference reference() {
        return new Reference("product", id.toString(), number, href());
    }

    String href() {
        return "/v1/products/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ProductView state() {
        return ProductView.of(this, null);
    }

    @Override
    protected Optional<ProductState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ProductAction> actions() {
        return EnumSet.allOf(ProductAction.class);
    }

    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(plan.owner()), null, List.of(), List.of());
    }

    @Override
    protected boolean possible(ProductAction action) {
        return action.to().map(to -> state.next().contains(to)).orElse(state != ProductState.RETIRED);
    }

    @Override
    protected void permits(Actor by, ProductAction action) {
        OWNER_OR_OFFICE.require(by.is(plan.owner()) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    ProductState productState() {
        return state;
    }

    String number() {
        return number;
    }

    ProductPlan plan() {
        return plan;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
