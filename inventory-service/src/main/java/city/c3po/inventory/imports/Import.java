package city.c3po.inventory.imports;

import static city.c3po.inventory.imports.ImportRule.APPROVED_BY_ANOTHER;
import static city.c3po.inventory.imports.ImportRule.A_PERSON_APPROVES;
import static city.c3po.inventory.imports.ImportRule.STILL_UNDER_WAY;

import city.c3po.inventory.file.Profile;
import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
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
 * One file of one source. Within the source's contract the service approves it by itself; outside of it, or when it is
 * only a dry run, a person does. Once approved it is applied as a whole, and says so in one event.
 */
@Entity
class Import extends Aggregate<ImportAction> {
    @Id
    private UUID id;

    /** Written as {@code IMP-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "import_numbered(?)")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    @Column(updatable = false)
    private String source;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Profile profile;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private ImportOptions options;

    @Column(updatable = false)
    private String fingerprint;

    @Column(updatable = false)
    private int rows;

    @Column(updatable = false)
    private Instant observedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ImportCounts counts;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> reasons = List.of();

    /** Written by the transaction that applies the rows. */
    @Column(updatable = false)
    private boolean applied;

    /** A later file of the source was applied: written by that one. */
    @Column(updatable = false)
    private boolean superseded;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable String decidedBy;

    private @Nullable Instant finishedAt;

    @Column(updatable = false)
    private boolean sampleData;

    @SuppressWarnings("NullAway.Init")
    protected Import() {}

    Import(
            UUID id,
            Actor by,
            int year,
            String source,
            Profile profile,
            ImportOptions options,
            String fingerprint,
            int rows,
            Instant observedAt,
            boolean sampleData,
            Instant at) {
        this.id = id;
        this.number = "IMP-" + year + "-";
        this.state = ImportState.RECEIVED;
        this.source = source;
        this.profile = profile;
        this.options = options;
        this.fingerprint = fingerprint;
        this.rows = rows;
        this.observedAt = observedAt;
        this.sampleData = sampleData;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<ImportEvent> receive(Instant at) {
        return List.of(new ImportEvent.Received(source, rows, at));
    }

    /** @param outside what of the source's contract does not hold */
    List<ImportEvent> plan(ImportCounts counts, List<String> outside, Instant at) {
        this.counts = counts;
        if (options.dryRun()) {
            moveTo(ImportState.PLANNED);
            reasons = outside;
            return List.of(new ImportEvent.Planned(counts, at));
        }
        if (!outside.isEmpty()) {
            moveTo(ImportState.QUARANTINED);
            reasons = outside;
            return List.of(new ImportEvent.Planned(counts, at), new ImportEvent.Quarantined(counts, outside, at));
        }
        if (isSpoilt(counts)) {
            return List.of(new ImportEvent.Planned(counts, at), rejected(at));
        }
        moveTo(ImportState.APPROVED);
        return List.of(new ImportEvent.Planned(counts, at), new ImportEvent.Approved(null, at));
    }

    private boolean isSpoilt(ImportCounts counts) {
        return options.mode() == ImportOptions.Mode.ATOMIC && !counts.allFit();
    }

    private ImportEvent rejected(Instant at) {
        moveTo(ImportState.REJECTED);
        reasons = List.of("atomic-met-rows-that-do-not-fit");
        finishedAt = at;
        return new ImportEvent.Rejected(reasons, at);
    }

    List<ImportEvent> approve(Actor by, Instant at) {
        permits(by, ImportAction.APPROVE);
        STILL_UNDER_WAY.require(state != ImportState.RECEIVED);
        guard(by, ImportAction.APPROVE);
        decidedBy = by.sub();
        if (counts != null && isSpoilt(counts)) {
            return List.of(rejected(at));
        }
        moveTo(ImportState.APPROVED);
        return List.of(new ImportEvent.Approved(by.sub(), at));
    }

    List<ImportEvent> reject(Actor by, String reason, Instant at) {
        guard(by, ImportAction.REJECT);
        decidedBy = by.sub();
        moveTo(ImportState.REJECTED);
        reasons = List.of(reason);
        finishedAt = at;
        return List.of(new ImportEvent.Rejected(reasons, at));
    }

    List<ImportEvent> finish(ImportCounts counts, Instant at) {
        moveTo(ImportState.APPLIED);
        this.counts = counts;
        finishedAt = at;
        return List.of(new ImportEvent.Applied(counts, at));
    }

    List<ImportEvent> fail(String reason, Instant at) {
        moveTo(ImportState.FAILED);
        reasons = List.of(reason);
        finishedAt = at;
        return List.of(new ImportEvent.Failed(reasons, at));
    }

    private void moveTo(ImportState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    String href() {
        return "/v1/imports/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Employees, and the system that sent it. */
    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL, List.of(), List.of(createdBy), null, List.of(), List.of(source));
    }

    @Override
    protected ImportView state() {
        return ImportView.of(this, null);
    }

    @Override
    protected Optional<ImportState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ImportAction> actions() {
        return EnumSet.of(ImportAction.APPROVE, ImportAction.REJECT);
    }

    @Override
    protected boolean possible(ImportAction action) {
        return switch (action) {
            case APPROVE, REJECT -> state == ImportState.PLANNED || state == ImportState.QUARANTINED;
            case ADVANCE -> !state.isOver();
        };
    }

    @Override
    protected void permits(Actor by, ImportAction action) {
        switch (action) {
            case APPROVE -> {
                A_PERSON_APPROVES.require(by.has(Roles.PORTFOLIO_MANAGER));
                APPROVED_BY_ANOTHER.require(state != ImportState.QUARANTINED || !by.is(createdBy));
            }
            case REJECT -> A_PERSON_APPROVES.require(by.has(Roles.PORTFOLIO_MANAGER));
            case ADVANCE -> A_PERSON_APPROVES.require(by.equals(Itself.ACTOR));
        }
    }

    String number() {
        return number;
    }

    ImportState importState() {
        return state;
    }

    String source() {
        return source;
    }

    Profile profile() {
        return profile;
    }

    ImportOptions options() {
        return options;
    }

    int rows() {
        return rows;
    }

    Instant observedAt() {
        return observedAt;
    }

    @Nullable ImportCounts counts() {
        return counts;
    }

    List<String> reasons() {
        return reasons;
    }

    boolean applied() {
        return applied;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    boolean sampleData() {
        return sampleData;
    }
}
