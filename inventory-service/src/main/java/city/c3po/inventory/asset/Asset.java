package city.c3po.inventory.asset;

import static city.c3po.inventory.asset.AssetRule.ANSWERED_ELSEWHERE;
import static city.c3po.inventory.asset.AssetRule.DATA_IS_SANITISED;
import static city.c3po.inventory.asset.AssetRule.DISPOSAL_BY_ANOTHER;
import static city.c3po.inventory.asset.AssetRule.DISPOSAL_REQUESTED;
import static city.c3po.inventory.asset.AssetRule.IN_STOCK_WAS_RECEIVED;
import static city.c3po.inventory.asset.AssetRule.IN_USE_HAS_CUSTODIAN;
import static city.c3po.inventory.asset.AssetRule.IN_USE_HAS_DEPARTMENT;
import static city.c3po.inventory.asset.AssetRule.NOT_LOCKED;
import static city.c3po.inventory.asset.AssetRule.OFFICE_MERGES;
import static city.c3po.inventory.asset.AssetRule.OTHER_ASSET;
import static city.c3po.inventory.asset.AssetRule.OWN_DEPARTMENTS_ASSET;
import static city.c3po.inventory.asset.AssetRule.SAME_KIND;
import static city.c3po.inventory.asset.AssetRule.SEEN_IN_STOCK_OR_USE;
import static city.c3po.inventory.asset.AssetRule.STATE_FITS_KIND;
import static city.c3po.inventory.asset.AssetRule.SURVIVOR_LIVES;
import static city.c3po.inventory.asset.AssetRule.TERM_IN_ORDER;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something the city owns, runs or subscribes to. What is said of it comes from claims; its state moves by verbs that
 * people call, or by what a feed says, always along the lifecycle of its kind. A merged one stays as a tombstone that
 * points to the survivor.
 */
@Entity
class Asset extends Aggregate<AssetAction> {
    @Id
    private UUID id;

    /** Null for the next of the sequence: the database says it inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "tagged(?)")
    @Column(updatable = false)
    private @Nullable String tag;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AssetKind kind;

    @Enumerated(EnumType.STRING)
    private AssetState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private AssetText said;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> provenance = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> sources = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Lock> locks = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Life lifecycle = Life.NEW;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Relation> relations = List.of();

    private @Nullable UUID mergedInto;

    @Column(updatable = false)
    private boolean sampleData;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Asset() {}

    Asset(Actor by, AssetText said, Instant at) {
        this.id = Uuid7.next();
        this.kind = said.kind();
        this.tag = said.tag();
        this.state = AssetState.first(kind);
        this.said = said.of(null, null, null);
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<AssetEvent> register(Actor by, @Nullable AssetState begins, Believed believed, Instant at) {
        believe(believed);
        permits(by, AssetAction.EDIT);
        begin(begins);
        return List.of(new AssetEvent.Created(kind, Claims.MANUAL, null, null, at));
    }

    /** As a row of a feed that is an asset of its own: so says a person, or the feed itself. */
    List<AssetEvent> register(Actor by, @Nullable AssetState begins, Believed believed, FedRow row, Instant at) {
        sources = List.of(row.source());
        believe(believed);
        permits(by, AssetAction.FEED);
        begin(begins);
        return List.of(new AssetEvent.Created(kind, row.source(), row.importId(), row.line(), at));
    }

    private void begin(@Nullable AssetState begins) {
        requireSound();
        if (begins != null) {
            STATE_FITS_KIND.require(begins.family() == kind.family(), Map.of("kind", kind));
            state = begins;
            requireFit();
        }
    }

    /** A row of a feed that a person says is about this one. */
    List<AssetEvent> link(Actor by, List<String> all, Believed believed, FedRow row, Instant at) {
        guard(by, AssetAction.MERGE);
        var changed = heed(all, believed);
        changed.add("claims");
        return List.of(
                new AssetEvent.Updated(List.copyOf(changed), row.source(), null, row.importId(), row.line(), at));
    }

    /** What a source says of it now; the same again is no change. */
    List<AssetEvent> feed(Actor by, List<String> all, Believed believed, FedRow row, Instant at) {
        guard(by, AssetAction.FEED);
        var changed = heed(all, believed);
        return changed.isEmpty()
                ? List.of()
                : List.of(new AssetEvent.Updated(
                        List.copyOf(changed), row.source(), null, row.importId(), row.line(), at));
    }

    private Set<String> heed(List<String> all, Believed believed) {
        var changed = believe(believed);
        if (!all.equals(sources)) {
            changed.add("sources");
        }
        sources = all;
        requireSound();
        requireFit();
        return changed;
    }

    List<AssetEvent> edit(Actor by, Believed believed, Instant at) {
        guard(by, AssetAction.EDIT);
        return updated(believe(believed), null, at);
    }

    List<AssetEvent> lock(Actor by, Lock lock, Believed believed, Instant at) {
        guard(by, AssetAction.LOCK);
        var changed = believe(believed);
        changed.add("locks");
        return updated(changed, lock.reason(), at);
    }

    List<AssetEvent> unlock(Actor by, String reason, Believed believed, Instant at) {
        guard(by, AssetAction.UNLOCK);
        var changed = believe(believed);
        changed.add("locks");
        return updated(changed, reason, at);
    }

    /** Before the claims are weighed, which depends on it. */
    void add(Lock lock) {
        locks = Stream.concat(
                        locks.stream().filter(known -> !known.attribute().equals(lock.attribute())), Stream.of(lock))
                .toList();
    }

    void removeLock(String attribute) {
        NOT_LOCKED.require(locks.stream().anyMatch(lock -> lock.attribute().equals(attribute)));
        locks = locks.stream()
                .filter(lock -> !lock.attribute().equals(attribute))
                .toList();
    }

    List<AssetEvent> relate(Actor by, List<Relation> all, Instant at) {
        guard(by, AssetAction.RELATE);
        OTHER_ASSET.require(all.stream().noneMatch(relation -> relation.to().equals(id)));
        if (all.equals(relations)) {
            return List.of();
        }
        relations = List.copyOf(all);
        return updated(new TreeSet<>(Set.of("relations")), null, at);
    }

    /** A move that needs nothing but its legality. */
    List<AssetEvent> move(Actor by, AssetAction action, AssetState to, @Nullable String reason, Instant at) {
        guard(by, action);
        return moved(to, reason, at);
    }

    /** A move that says something new of it: when it was received, with whom it is. */
    List<AssetEvent> move(Actor by, AssetAction action, AssetState to, Believed believed, Instant at) {
        guard(by, action);
        believe(believed);
        return moved(to, null, at);
    }

    List<AssetEvent> startMaintenance(Actor by, Instant at) {
        guard(by, AssetAction.START_MAINTENANCE);
        lifecycle = lifecycle.interrupting(state);
        return moved(AssetState.IN_MAINTENANCE, null, at);
    }

    /** Back to what it interrupted. */
    List<AssetEvent> endMaintenance(Actor by, Instant at) {
        guard(by, AssetAction.END_MAINTENANCE);
        var before = Optional.ofNullable(lifecycle.interrupted()).orElse(AssetState.IN_STOCK);
        lifecycle = lifecycle.interrupting(null);
        return moved(before, null, at);
    }

    List<AssetEvent> reportFound(Actor by, AssetState where, LocalDate seenOn, Believed believed, Instant at) {
        guard(by, AssetAction.REPORT_FOUND);
        SEEN_IN_STOCK_OR_USE.require(where == AssetState.IN_STOCK || where == AssetState.IN_USE);
        believe(believed);
        lifecycle = lifecycle.sighted(seenOn);
        return moved(where, null, at);
    }

    /** Nobody has it any more. */
    List<AssetEvent> retire(Actor by, String reason, Believed released, Instant at) {
        guard(by, AssetAction.RETIRE);
        believe(released);
        lifecycle = lifecycle.retired(new Life.Retirement(reason, by.sub(), at));
        return moved(AssetState.RETIRED, reason, at);
    }

    List<AssetEvent> restock(Actor by, String reason, Believed believed, Instant at) {
        guard(by, AssetAction.RESTOCK);
        believe(believed);
        lifecycle = lifecycle.retired(null);
        return moved(AssetState.IN_STOCK, reason, at);
    }

    List<AssetEvent> requestDisposal(Actor by, Life.Disposal disposal, Instant at) {
        guard(by, AssetAction.REQUEST_DISPOSAL);
        DATA_IS_SANITISED.require(
                !Boolean.TRUE.equals(said.dataBearing()) || disposal.sanitisationCertificate() != null);
        lifecycle = lifecycle.disposed(disposal);
        return updated(new TreeSet<>(Set.of("lifecycle")), null, at);
    }

    List<AssetEvent> approveDisposal(Actor by, Instant at) {
        permits(by, AssetAction.APPROVE_DISPOSAL);
        var asked = lifecycle.disposal();
        DISPOSAL_REQUESTED.require(state != AssetState.RETIRED || asked != null);
        guard(by, AssetAction.APPROVE_DISPOSAL);
        // it may have begun to bear data since it was asked for
        DATA_IS_SANITISED.require(!Boolean.TRUE.equals(said.dataBearing()) || asked.sanitisationCertificate() != null);
        lifecycle = lifecycle.disposed(asked.approvedBy(by.sub()));
        return moved(AssetState.DISPOSED, null, at);
    }

    /** This one is the same thing as the survivor, and ends here. */
    List<AssetEvent> mergeInto(Actor by, Asset survivor, String reason, Instant at) {
        guard(by, AssetAction.MERGE);
        OTHER_ASSET.require(!survivor.id.equals(id));
        SAME_KIND.require(survivor.kind == kind);
        SURVIVOR_LIVES.require(survivor.mergedInto == null);
        mergedInto = survivor.id;
        return List.of(new AssetEvent.Merged(id, survivor.id, reason, at));
    }

    List<AssetEvent> absorb(Actor by, Asset loser, List<String> sources, Believed believed, String reason, Instant at) {
        guard(by, AssetAction.MERGE);
        this.sources = sources;
        believe(believed);
        requireFit();
        return List.of(new AssetEvent.Merged(loser.id, id, reason, at));
    }

    List<AssetEvent> unmerge(Actor by, Believed believed, List<String> sources, String reason, Instant at) {
        guard(by, AssetAction.UNMERGE);
        var survivor = mergedInto;
        mergedInto = null;
        this.sources = sources;
        believe(believed);
        return List.of(new AssetEvent.Unmerged(id, survivor, reason, at));
    }

    List<AssetEvent> release(
            Actor by, Asset loser, List<String> sources, Believed believed, String reason, Instant at) {
        permits(by, AssetAction.UNMERGE);
        this.sources = sources;
        believe(believed);
        return List.of(new AssetEvent.Unmerged(loser.id, id, reason, at));
    }

    private List<AssetEvent> updated(Set<String> attributes, @Nullable String reason, Instant at) {
        if (attributes.isEmpty()) {
            return List.of();
        }
        requireSound();
        requireFit();
        return List.of(new AssetEvent.Updated(List.copyOf(attributes), Claims.MANUAL, reason, null, null, at));
    }

    private List<AssetEvent> moved(AssetState to, @Nullable String reason, Instant at) {
        if (!state.next().contains(to)) {
            throw new IllegalStateException(state + " does not move to " + to);
        }
        var from = state;
        state = to;
        requireFit();
        return List.of(new AssetEvent.StateChanged(from, to, Claims.MANUAL, reason, null, null, at));
    }

    /** @return the attributes whose value is another now */
    private Set<String> believe(Believed believed) {
        var changed = Attributes.changed(said, believed.said());
        said = believed.said();
        provenance = Map.copyOf(believed.provenance());
        return changed;
    }

    private void requireSound() {
        TERM_IN_ORDER.require(said.termStart() == null
                || said.termEnd() == null
                || !said.termEnd().isBefore(said.termStart()));
    }

    /** What its state takes for granted. */
    private void requireFit() {
        var faults = new ArrayList<Fault>();
        if (state == AssetState.IN_STOCK && said.receivedOn() == null) {
            faults.add(IN_STOCK_WAS_RECEIVED.at("/receivedOn"));
        }
        if (state == AssetState.IN_USE) {
            if (said.department() == null) {
                faults.add(IN_USE_HAS_DEPARTMENT.at("/department"));
            }
            if (said.custodian() == null && said.location() == null && said.parent() == null) {
                faults.add(IN_USE_HAS_CUSTODIAN.at("/custodian"));
            }
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    Reference reference() {
        return new Reference("asset", id.toString(), tag, href());
    }

    String href() {
        return "/v1/assets/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The city's own people; of systems those that feed it. The SQL function {@code asset_access} says the same. */
    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                Stream.ofNullable(said.department()).toList(),
                Stream.ofNullable(said.custodian()).toList(),
                null,
                List.of(),
                sources);
    }

    @Override
    protected AssetView state() {
        return AssetView.of(this, null);
    }

    @Override
    protected Optional<AssetState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<AssetAction> actions() {
        var actions = EnumSet.allOf(AssetAction.class);
        actions.removeIf(action -> !action.concerns(kind.family()));
        return actions;
    }

    @Override
    protected boolean possible(AssetAction action) {
        if (mergedInto != null || action == AssetAction.UNMERGE) {
            return mergedInto != null && action == AssetAction.UNMERGE;
        }
        return action.possibleFrom(state)
                && (action != AssetAction.UNLOCK || !locks.isEmpty())
                && (action != AssetAction.APPROVE_DISPOSAL || lifecycle.disposal() != null);
    }

    @Override
    protected void permits(Actor by, AssetAction action) {
        switch (action.doneBy()) {
            case OFFICE -> OFFICE_MERGES.require(by.has(Roles.PORTFOLIO_MANAGER));
            case SOURCE ->
                OWN_DEPARTMENTS_ASSET.require(
                        by.has(Roles.PORTFOLIO_MANAGER) || sources.stream().anyMatch(by::feeds));
            case DEPARTMENT -> OWN_DEPARTMENTS_ASSET.require(isOfTheOfficeOrDepartment(by));
        }
        if (action == AssetAction.APPROVE_DISPOSAL) {
            var asked = lifecycle.disposal();
            DISPOSAL_BY_ANOTHER.require(asked == null || !by.is(asked.requestedBy()));
        }
        ANSWERED_ELSEWHERE.require(mergedInto == null || action == AssetAction.UNMERGE);
    }

    private boolean isOfTheOfficeOrDepartment(Actor by) {
        return by.equals(Itself.ACTOR)
                || by.has(Roles.PORTFOLIO_MANAGER)
                || (by.has(Roles.SUBMITTER) && said.department() != null && by.speaksFor(said.department()));
    }

    String tag() {
        return tag;
    }

    AssetKind kind() {
        return kind;
    }

    AssetState assetState() {
        return state;
    }

    /** With its own members, as callers see it. */
    AssetText text() {
        return said.of(kind, tag, sampleData);
    }

    AssetText said() {
        return said;
    }

    Map<String, String> provenance() {
        return provenance;
    }

    List<String> sources() {
        return sources;
    }

    List<Lock> locks() {
        return locks;
    }

    Life life() {
        return lifecycle;
    }

    List<Relation> relations() {
        return relations;
    }

    @Nullable UUID mergedInto() {
        return mergedInto;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
