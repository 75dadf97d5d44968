package city.c3po.portfolio.resource;

import static city.c3po.portfolio.resource.ResourceRule.RESOURCE_OWNER_ONLY;
import static city.c3po.portfolio.resource.ResourceRule.STAFFED_PROJECT_GOES_ON;
import static city.c3po.portfolio.resource.ResourceRule.WITHIN_CAPACITY;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The time that a project asks of a resource. Its PPM or the office plan and request it; the owner of the resource rejects,
 * confirms and allocates it.
 */
@Entity
public class Allocation extends ProjectPart<AllocationAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private AllocationState state;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "capacity")
    private Capacity capacity;

    private BigDecimal hours;

    private BigDecimal overHours = BigDecimal.ZERO;

    @JdbcTypeCode(SqlTypes.JSON)
    private AllocationText text;

    private @Nullable String comment;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Transient
    private @Nullable Gap shown;

    @SuppressWarnings("NullAway.Init")
    protected Allocation() {}

    Allocation(Project project, Actor by, Capacity of, AllocationText text, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.state = AllocationState.PLANNED;
        this.capacity = of;
        this.text = text;
        this.hours = text.hours();
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<AllocationEvent> plan(Actor by, Instant at) {
        requireLeader(by);
        STAFFED_PROJECT_GOES_ON.require(project().isOpen());
        return List.of(new AllocationEvent.Planned(capacity.id(), hours, at));
    }

    /** Saying the same again is no change. */
    List<AllocationEvent> edit(Actor by, Capacity of, AllocationText better, Instant at) {
        guard(by, AllocationAction.EDIT);
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        hours = better.hours();
        capacity = of;
        return List.of(new AllocationEvent.Edited(of.id(), hours, at));
    }

    List<AllocationEvent> request(Actor by, Instant at) {
        guard(by, AllocationAction.REQUEST);
        moveTo(AllocationState.REQUESTED);
        return List.of(new AllocationEvent.Requested(hours, at));
    }

    List<AllocationEvent> reject(Actor by, String why, Instant at) {
        guard(by, AllocationAction.REJECT);
        moveTo(AllocationState.REJECTED);
        comment = why;
        return List.of(new AllocationEvent.Rejected(why, at));
    }

    /** @param gap of this one, beside everybody else; above capacity it is a warning */
    List<AllocationEvent> confirm(Actor by, Gap gap, Instant at) {
        guard(by, AllocationAction.CONFIRM);
        moveTo(AllocationState.CONFIRMED);
        return List.of(new AllocationEvent.Confirmed(hours, gap.gapHours(), at));
    }

    /**
     * @param gap of this one, beside everybody else
     * @param override why it may go above the capacity; null where it may not
     */
    List<AllocationEvent> allocate(Actor by, Gap gap, @Nullable String override, Instant at) {
        guard(by, AllocationAction.ALLOCATE);
        var above = gap.hardGap(hours);
        WITHIN_CAPACITY.require(above.signum() == 0 || override != null, Map.of("gapHours", above, "levers", gap));
        moveTo(AllocationState.ALLOCATED);
        overHours = above.min(hours);
        comment = override;
        return List.of(new AllocationEvent.Allocated(hours, overHours, override, at));
    }

    List<AllocationEvent> complete(Actor by, Instant at) {
        guard(by, AllocationAction.COMPLETE);
        moveTo(AllocationState.COMPLETED);
        return List.of(new AllocationEvent.Completed(at));
    }

    List<AllocationEvent> cancel(Actor by, String why, Instant at) {
        guard(by, AllocationAction.CANCEL);
        moveTo(AllocationState.CANCELLED);
        comment = why;
        return List.of(new AllocationEvent.Cancelled(why, at));
    }

    private void moveTo(AllocationState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    String href() {
        return project().href() + "/allocations/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected AllocationView state() {
        return AllocationView.of(this, null, null);
    }

    @Override
    protected Optional<AllocationState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<AllocationAction> actions() {
        return EnumSet.allOf(AllocationAction.class);
    }

    @Override
    protected boolean possible(AllocationAction action) {
        return switch (action) {
            case EDIT -> state == AllocationState.PLANNED;
            case REQUEST ->
                state.next().contains(AllocationState.REQUESTED) && project().isOpen();
            case REJECT -> state.next().contains(AllocationState.REJECTED);
            case CONFIRM ->
                state.next().contains(AllocationState.CONFIRMED) && project().isOpen();
            case ALLOCATE ->
                state.next().contains(AllocationState.ALLOCATED) && project().isOpen();
            case COMPLETE -> state.next().contains(AllocationState.COMPLETED);
            case CANCEL -> state.next().contains(AllocationState.CANCELLED);
        };
    }

    @Override
    protected void permits(Actor by, AllocationAction action) {
        switch (action) {
            case EDIT, REQUEST, COMPLETE, CANCEL -> requireLeader(by);
            case REJECT, CONFIRM, ALLOCATE -> RESOURCE_OWNER_ONLY.require(capacity.ownedBy(by));
        }
    }

    /** A request awaits the owner of the resource. */
    @Override
    protected List<Task> tasks() {
        if (state == AllocationState.PLANNED) {
            return List.of();
        }
        var done = state != AllocationState.REQUESTED;
        var owner = capacity.text().owner();
        return List.of(
                new Task(id + "/answer", owner, "Answer the request for " + capacity.role(), href(), null, done));
    }

    /** So that its ETag changes when somebody else takes the time. */
    Allocation shownWith(Gap gap) {
        shown = gap;
        return this;
    }

    @Override
    protected Object timeDerived() {
        return shown == null ? "" : shown;
    }

    AllocationState allocationState() {
        return state;
    }

    Capacity capacity() {
        return capacity;
    }

    BigDecimal hours() {
        return hours;
    }

    BigDecimal overHours() {
        return overHours;
    }

    AllocationText text() {
        return text;
    }

    @Nullable String comment() {
        return comment;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
