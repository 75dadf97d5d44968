package city.c3po.portfolio.board;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
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

/** What a meeting decided of an initiative, and how. It never changes, but a later one may take its place. */
@Entity
public class Decision extends Aggregate<DecisionAction> {
    @Id
    private UUID id;

    /** Written as {@code DEC-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('decision_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private DecisionState state;

    @Column(updatable = false)
    private UUID boardId;

    @Column(updatable = false)
    private UUID initiativeId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference initiative;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference meeting;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Motion motion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Tally tally;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable Reference supersedes;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference supersededBy;

    @Column(updatable = false)
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(
            Meeting meeting,
            Reference initiative,
            Motion motion,
            Tally tally,
            @Nullable Decision former,
            int year,
            Instant at) {
        this.id = Uuid7.next();
        this.number = "DEC-" + year + "-";
        this.state = DecisionState.IN_FORCE;
        this.boardId = meeting.boardId();
        this.initiativeId = UUID.fromString(initiative.id());
        this.initiative = initiative;
        this.meeting = meeting.reference();
        this.motion = motion;
        this.tally = tally;
        this.supersedes = former == null ? null : former.reference();
        this.decidedAt = at;
    }

    List<DecisionEvent> make() {
        return List.of(new DecisionEvent.Made(initiative, motion.outcome(), tally, motion.reason(), decidedAt));
    }

    List<DecisionEvent> supersede(Actor by, Reference later, Instant at) {
        guard(by, DecisionAction.SUPERSEDE);
        state = DecisionState.SUPERSEDED;
        supersededBy = later;
        return List.of(new DecisionEvent.Superseded(later, at));
    }

    Reference reference() {
        return new Reference("decision", id.toString(), number, href());
    }

    String href() {
        return "/v1/boards/" + boardId + "/decisions/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected DecisionView state() {
        return DecisionView.of(this, null);
    }

    @Override
    protected Optional<DecisionState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<DecisionAction> actions() {
        return Set.of();
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(DecisionAction action) {
        return state == DecisionState.IN_FORCE;
    }

    /** Part of a meeting, which knows who may. */
    @Override
    protected void permits(Actor by, DecisionAction action) {}

    DecisionState decisionState() {
        return state;
    }

    String number() {
        return number;
    }

    UUID boardId() {
        return boardId;
    }

    Reference initiative() {
        return initiative;
    }

    Reference meeting() {
        return meeting;
    }

    Motion motion() {
        return motion;
    }

    Tally tally() {
        return tally;
    }

    @Nullable Reference supersedes() {
        return supersedes;
    }

    @Nullable Reference supersededBy() {
        return supersededBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
