package city.c3po.inventory.licence;

import static city.c3po.inventory.licence.EntitlementRule.CORES_OF_CORE_LICENCES;
import static city.c3po.inventory.licence.EntitlementRule.ENTITLEMENT_SAMPLE_DATA_FIXED;
import static city.c3po.inventory.licence.EntitlementRule.OFFICE_KEEPS_ENTITLEMENTS;
import static city.c3po.inventory.licence.EntitlementRule.PRODUCT_IS_FIXED;
import static city.c3po.inventory.licence.EntitlementRule.QUANTITY_COVERS_ALLOCATIONS;
import static city.c3po.inventory.licence.EntitlementRule.QUOTA_HOLDS;
import static city.c3po.inventory.licence.EntitlementRule.TERM_ENDS_LATER;
import static city.c3po.inventory.licence.EntitlementRule.TERM_GOES_ON;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * So many licences of a product, for a term. It counts on the days of its term unless it is ended before; renewing moves the
 * term on. Its allocations are rows of their own, because there may be thousands; their sum is its own.
 */
@Entity
class Entitlement extends Aggregate<EntitlementAction> {
    @Id
    private UUID id;

    /** Written as {@code ENT-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "entitlement_numbered(?)")
    @Column(updatable = false)
    private String number;

    @JdbcTypeCode(SqlTypes.JSON)
    private EntitlementText said;

    private @Nullable String ended;

    private int allocated;

    @Column(updatable = false)
    private boolean sampleData;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Entitlement() {}

    Entitlement(Actor by, int year, EntitlementText said, Instant at) {
        this.id = Uuid7.next();
        this.number = "ENT-" + year + "-";
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
        this.said = said.settled(sampleData);
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<EntitlementEvent> create(Actor by, Instant at) {
        permits(by, EntitlementAction.EDIT);
        requireSound(said);
        return List.of(new EntitlementEvent.Created(said.product(), said.metric(), said.quantity(), at));
    }

    List<EntitlementEvent> edit(Actor by, EntitlementText better, Instant at) {
        guard(by, EntitlementAction.EDIT);
        ENTITLEMENT_SAMPLE_DATA_FIXED.require(Boolean.TRUE.equals(better.sampleData()) == sampleData);
        PRODUCT_IS_FIXED.require(better.product().equals(said.product())
                && better.metric() == said.metric()
                && Objects.equals(better.department(), said.department()));
        var settled = better.settled(sampleData);
        requireSound(settled);
        requireCovering(settled.quantity());
        if (settled.equals(said)) {
            return List.of();
        }
        said = settled;
        return List.of(new EntitlementEvent.Edited(at));
    }

    List<EntitlementEvent> allocate(Actor by, Allocation one, Instant at) {
        guard(by, EntitlementAction.ALLOCATE);
        int after = allocated + one.quantity();
        QUOTA_HOLDS.require(
                after <= said.quantity() || one.overQuota(),
                Map.of("quantity", said.quantity(), "allocated", allocated));
        allocated = after;
        return List.of(new EntitlementEvent.Allocated(
                one.id(), one.person(), one.asset(), one.quantity(), one.overQuota(), at));
    }

    List<EntitlementEvent> release(Actor by, Allocation one, Instant at) {
        guard(by, EntitlementAction.RELEASE);
        allocated -= one.quantity();
        return List.of(new EntitlementEvent.Released(one.id(), one.quantity(), at));
    }

    List<EntitlementEvent> renew(
            Actor by, LocalDate until, @Nullable Money cost, @Nullable Integer quantity, Instant at) {
        guard(by, EntitlementAction.RENEW);
        TERM_GOES_ON.require(said.termEnd() != null && until.isAfter(said.termEnd()));
        var next = said.renewed(until, cost, quantity);
        requireCovering(next.quantity());
        said = next;
        return List.of(new EntitlementEvent.Renewed(said.termStart(), until, at));
    }

    List<EntitlementEvent> end(Actor by, String reason, Instant at) {
        guard(by, EntitlementAction.END);
        ended = reason;
        return List.of(new EntitlementEvent.Ended(reason, at));
    }

    private static void requireSound(EntitlementText said) {
        TERM_ENDS_LATER.require(said.termEnd() == null || !said.termEnd().isBefore(said.termStart()));
        CORES_OF_CORE_LICENCES.require(said.minimumCores() == null || said.metric() == Metric.CORE);
    }

    /** What was allocated beyond the quantity on purpose stays, but no edit makes it more. */
    private void requireCovering(int quantity) {
        QUANTITY_COVERS_ALLOCATIONS.require(
                quantity >= Math.min(allocated, said.quantity()), Map.of("allocated", allocated));
    }

    String href() {
        return "/v1/entitlements/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                Stream.ofNullable(said.department()).toList(),
                Stream.ofNullable(said.owner()).toList(),
                null,
                List.of(),
                List.of());
    }

    @Override
    protected EntitlementView state() {
        return EntitlementView.of(this, null);
    }

    @Override
    protected Set<EntitlementAction> actions() {
        return EnumSet.allOf(EntitlementAction.class);
    }

    @Override
    protected boolean possible(EntitlementAction action) {
        return switch (action) {
            case EDIT, ALLOCATE, END -> ended == null;
            case RENEW -> ended == null && said.termEnd() != null;
            case RELEASE -> allocated > 0;
        };
    }

    @Override
    protected void permits(Actor by, EntitlementAction action) {
        var office = by.has(Roles.PORTFOLIO_MANAGER);
        switch (action) {
            case EDIT, RENEW, END -> OFFICE_KEEPS_ENTITLEMENTS.require(office);
            case ALLOCATE, RELEASE ->
                OFFICE_KEEPS_ENTITLEMENTS.require(office
                        || by.has(Roles.SUBMITTER) && said.department() != null && by.speaksFor(said.department()));
        }
    }

    /** Empty when it has no end, or was ended. */
    Optional<Expiring> expiring() {
        if (ended != null || said.termEnd() == null) {
            return Optional.empty();
        }
        return Optional.of(new Expiring(
                "entitlement",
                id,
                number,
                said.product(),
                said.department(),
                said.vendor(),
                said.owner(),
                said.termEnd(),
                said.noticeDays(),
                Boolean.TRUE.equals(said.autoRenew()),
                said.cost(),
                sampleData));
    }

    String number() {
        return number;
    }

    EntitlementText said() {
        return said;
    }

    @Nullable String ended() {
        return ended;
    }

    int allocated() {
        return allocated;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
