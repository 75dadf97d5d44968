package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.CHAIR_ONLY;
import static city.c3po.portfolio.board.BoardRule.CHAIR_OR_OFFICE;
import static city.c3po.portfolio.board.BoardRule.MEMBER_OR_ALTERNATE;
import static city.c3po.portfolio.board.BoardRule.MINUTES_BY_ANOTHER;
import static city.c3po.portfolio.board.BoardRule.MOTION_PUT;
import static city.c3po.portfolio.board.BoardRule.NOT_RECUSED;
import static city.c3po.portfolio.board.BoardRule.ONE_MOTION_AT_A_TIME;
import static city.c3po.portfolio.board.BoardRule.RECUSED_ONCE;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.feasibility.ReferenceClass;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of a board. Who sits in it is taken from the board for the meeting's day, when it is noticed and again when
 * it opens. Each item is decided by a motion that is carried, or it is carried over to another meeting.
 */
@Entity
public class Meeting extends Aggregate<MeetingAction> {
    @Id
    private UUID id;

    /** Written as {@code MTG-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('meeting_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private MeetingState state;

    @Column(updatable = false)
    private UUID boardId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference board;

    @Column(updatable = false)
    private LocalDate day;

    @Column(updatable = false)
    private @Nullable String place;

    @Embedded
    private Sitting sitting = new Sitting();

    @Embedded
    private Docket docket = new Docket();

    private @Nullable String adjournedBy;
    private @Nullable String minutes;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    Meeting(Board board, LocalDate day, @Nullable String place, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "MTG-" + year + "-";
        this.state = MeetingState.NOTICED;
        this.boardId = board.id();
        this.board = board.reference();
        this.day = day;
        this.place = place;
        this.createdAt = at;
        sitting.take(board, day);
    }

    static int quorumOf(int seats) {
        return seats / 2 + 1;
    }

    List<MeetingEvent> notice(Actor by, Instant at) {
        permits(by, MeetingAction.DOCKET);
        return List.of(new MeetingEvent.Noticed(day, at));
    }

    /**
     * @param authors of the initiative, who take no part
     * @param past what the city's own projects of its kind came to
     */
    List<MeetingEvent> docket(
            Actor by, Reference initiative, List<String> authors, @Nullable ReferenceClass past, Instant at) {
        guard(by, MeetingAction.DOCKET);
        var item = new DocketItem(
                Uuid7.next(), initiative, DocketItem.State.PENDING, authors, List.of(), null, List.of(), null, past);
        docket.add(item);
        return List.of(new MeetingEvent.ItemDocketed(item.id(), initiative, at));
    }

    List<MeetingEvent> remove(Actor by, UUID item, String reason, Instant at) {
        guard(by, MeetingAction.REMOVE);
        var removed = docket.pending(item).in(DocketItem.State.REMOVED);
        docket.put(removed);
        return List.of(new MeetingEvent.ItemRemoved(item, removed.initiative(), reason, at));
    }

    List<MeetingEvent> open(Actor by, Board now, Instant at) {
        guard(by, MeetingAction.OPEN);
        sitting.take(now, day);
        moveTo(MeetingState.OPEN);
        return List.of(new MeetingEvent.Opened(seats(), at));
    }

    List<MeetingEvent> attend(Actor by, Instant at) {
        guard(by, MeetingAction.ATTEND);
        return List.of(new MeetingEvent.Attended(sitting.attend(by), by.sub(), at));
    }

    List<MeetingEvent> leave(Actor by, Instant at) {
        guard(by, MeetingAction.LEAVE);
        return List.of(new MeetingEvent.Left(sitting.leave(by), by.sub(), at));
    }

    List<MeetingEvent> recuse(Actor by, UUID item, String reason, Instant at) {
        guard(by, MeetingAction.RECUSE);
        var pending = docket.pending(item);
        RECUSED_ONCE.require(!pending.recused(by.sub()));
        docket.put(pending.with(new Recusal(by.sub(), reason, at)));
        return List.of(new MeetingEvent.Recused(item, by.sub(), reason, at));
    }

    List<MeetingEvent> move(Actor by, UUID item, Motion motion, LocalDate today, Instant at) {
        guard(by, MeetingAction.MOVE);
        var pending = takingPart(by, item);
        ONE_MOTION_AT_A_TIME.require(pending.motion() == null);
        motion.requireSound(today);
        docket.put(pending.with(motion));
        return List.of(new MeetingEvent.MotionPut(item, motion.outcome(), motion.reason(), at));
    }

    List<MeetingEvent> vote(Actor by, UUID item, Vote.Choice choice, Instant at) {
        guard(by, MeetingAction.VOTE);
        var pending = takingPart(by, item);
        var motion = motion(pending);
        sitting.requireQuorum(pending);
        int seat = sitting.attending(by);
        docket.put(pending.with(motion.with(new Vote(seat, by.sub(), choice, at))));
        return List.of(new MeetingEvent.Voted(item, seat, choice, at));
    }

    /** @param made writes the decision down if the motion is carried */
    List<MeetingEvent> closeVote(Actor by, UUID item, BiFunction<Motion, Tally, Reference> made, Instant at) {
        guard(by, MeetingAction.CLOSE_VOTE);
        var pending = takingPart(by, item);
        var motion = motion(pending);
        sitting.requireQuorum(pending);
        var tally = sitting.tally(pending, motion);
        if (!motion.carried()) {
            docket.put(pending.losing());
            return List.of(new MeetingEvent.MotionLost(item, tally, at));
        }
        var decision = made.apply(motion, tally);
        docket.put(pending.decidedBy(decision));
        return List.of(new MeetingEvent.MotionCarried(item, decision, tally, at));
    }

    List<MeetingEvent> adjourn(Actor by, Instant at) {
        guard(by, MeetingAction.ADJOURN);
        var carriedOver = docket.carryOver();
        moveTo(MeetingState.ADJOURNED);
        adjournedBy = by.sub();
        return List.of(new MeetingEvent.Adjourned(carriedOver, at));
    }

    List<MeetingEvent> approveMinutes(Actor by, String text, Instant at) {
        permits(by, MeetingAction.APPROVE_MINUTES);
        MINUTES_BY_ANOTHER.require(!by.is(adjournedBy));
        guard(by, MeetingAction.APPROVE_MINUTES);
        moveTo(MeetingState.MINUTES_APPROVED);
        minutes = text;
        return List.of(new MeetingEvent.MinutesApproved(at));
    }

    DocketItem item(UUID item) {
        return docket.item(item);
    }

    /** Present, and not recused on this item. */
    private DocketItem takingPart(Actor by, UUID item) {
        var known = docket.pending(item);
        NOT_RECUSED.require(!known.recused(by.sub()));
        sitting.attending(by);
        return known;
    }

    private static Motion motion(DocketItem item) {
        MOTION_PUT.require(item.motion() != null);
        return Objects.requireNonNull(item.motion());
    }

    private void moveTo(MeetingState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    Reference reference() {
        return new Reference("meeting", id.toString(), number, href());
    }

    String href() {
        return "/v1/boards/" + boardId + "/meetings/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected MeetingView state() {
        return MeetingView.of(this, null);
    }

    @Override
    protected Optional<MeetingState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<MeetingAction> actions() {
        return EnumSet.allOf(MeetingAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(MeetingAction action) {
        return switch (action) {
            case DOCKET, REMOVE -> state == MeetingState.NOTICED || state == MeetingState.OPEN;
            case OPEN -> state == MeetingState.NOTICED;
            case ATTEND, LEAVE, MOVE, VOTE, CLOSE_VOTE, ADJOURN -> state == MeetingState.OPEN;
            case RECUSE -> state == MeetingState.NOTICED || state == MeetingState.OPEN;
            case APPROVE_MINUTES -> state == MeetingState.ADJOURNED;
        };
    }

    @Override
    protected void permits(Actor by, MeetingAction action) {
        switch (action.side()) {
            case CHAIR -> CHAIR_ONLY.require(sitting.chairs(by));
            case CHAIR_OR_OFFICE -> CHAIR_OR_OFFICE.require(sitting.chairs(by) || by.has(Roles.PORTFOLIO_MANAGER));
            case MEMBER -> MEMBER_OR_ALTERNATE.require(sitting.seatOf(by).isPresent());
        }
    }

    /** Who is expected, while it is noticed. */
    @Override
    protected List<Task> tasks() {
        return members().stream()
                .map(member -> new Task(
                        id + "/attend/" + member.seat(),
                        member.person(),
                        "Attend the meeting of " + day,
                        href(),
                        null,
                        state != MeetingState.NOTICED && state != MeetingState.OPEN))
                .toList();
    }

    MeetingState meetingState() {
        return state;
    }

    String number() {
        return number;
    }

    UUID boardId() {
        return boardId;
    }

    Reference board() {
        return board;
    }

    LocalDate day() {
        return day;
    }

    @Nullable String place() {
        return place;
    }

    int seats() {
        return sitting.seats();
    }

    int chairSeat() {
        return sitting.chairSeat();
    }

    List<BoardMember> members() {
        return sitting.members();
    }

    List<Presence> present() {
        return sitting.present();
    }

    List<DocketItem> docket() {
        return docket.items();
    }

    @Nullable String minutes() {
        return minutes;
    }

    Instant createdAt() {
        return createdAt;
    }
}
