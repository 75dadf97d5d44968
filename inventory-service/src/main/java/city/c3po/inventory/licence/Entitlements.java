package city.c3po.inventory.licence;

import static city.c3po.inventory.licence.EntitlementRule.ALLOCATED_ASSET_IS_KNOWN;
import static city.c3po.inventory.licence.EntitlementRule.KNOWN_PRODUCT;

import city.c3po.inventory.asset.Assets;
import city.c3po.inventory.product.SoftwareProducts;
import city.c3po.inventory.reference.KnownReferences;
import city.c3po.inventory.reference.ReferenceType;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.value.Money;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The entitlements, and what must be known beside one of them before it changes. */
@Singleton
class Entitlements extends Aggregates<Entitlement, UUID, EntitlementAction> {
    private final Allocations allocations;
    private final SoftwareProducts products;
    private final Assets assets;
    private final KnownReferences known;
    private final CityCalendar calendar;

    Entitlements(
            EntityManager entities,
            Journal journal,
            Allocations allocations,
            SoftwareProducts products,
            Assets assets,
            KnownReferences known,
            @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        super(Entitlement.class, entities, journal);
        this.allocations = allocations;
        this.products = products;
        this.assets = assets;
        this.known = known;
        this.calendar = new CityCalendar(zone, Set.of());
    }

    Entitlement create(EntitlementText said, Actor by, Instant at) {
        requireReferences(said);
        return add(new Entitlement(by, calendar.dateOf(at).getYear(), said, at), by, fresh -> fresh.create(by, at));
    }

    Entitlement edit(UUID id, Actor by, Seen seen, UnaryOperator<EntitlementText> better, Instant at) {
        return edit(id, by, seen, EntitlementAction.EDIT, one -> {
            var said = better.apply(one.said());
            requireReferences(said);
            return one.edit(by, said, at);
        });
    }

    Entitlement allocate(UUID id, Allocation wanted, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, EntitlementAction.ALLOCATE, one -> {
            known.check().that(ReferenceType.PERSON, "/person", wanted.person()).require();
            ALLOCATED_ASSET_IS_KNOWN.require(wanted.asset() == null || assets.isVisible(wanted.asset(), by));
            allocations.requireNone(id, wanted);
            var events = one.allocate(by, wanted, at);
            allocations.insert(id, wanted);
            return events;
        });
    }

    Entitlement release(UUID id, UUID allocation, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, EntitlementAction.RELEASE, one -> {
            var known = allocations.find(id, allocation).orElseThrow(Convention.NOT_FOUND::violated);
            var events = one.release(by, known, at);
            allocations.delete(allocation);
            return events;
        });
    }

    Entitlement renew(
            UUID id,
            LocalDate until,
            @Nullable Money cost,
            @Nullable Integer quantity,
            Actor by,
            Seen seen,
            Instant at) {
        return change(id, by, seen, EntitlementAction.RENEW, one -> one.renew(by, until, cost, quantity, at));
    }

    Entitlement end(UUID id, String reason, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, EntitlementAction.END, one -> one.end(by, reason, at));
    }

    /** Locked until the transaction ends; empty when it has no end, or was ended. */
    Optional<Expiring> lockedExpiring(UUID id) {
        return Optional.ofNullable(entities().find(Entitlement.class, id, LockModeType.PESSIMISTIC_WRITE))
                .flatMap(Entitlement::expiring);
    }

    private void requireReferences(EntitlementText said) {
        KNOWN_PRODUCT.require(products.reference(said.product()).isPresent());
        known.check()
                .that(ReferenceType.DEPARTMENT, "/department", said.department())
                .that(ReferenceType.VENDOR, "/vendor", said.vendor())
                .that(ReferenceType.PERSON, "/owner", said.owner())
                .require();
    }
}
