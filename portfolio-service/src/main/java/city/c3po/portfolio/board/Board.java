package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.ALTERNATE_IS_ANOTHER;
import static city.c3po.portfolio.board.BoardRule.OFFICE_KEEPS_BOARDS;
import static city.c3po.portfolio.board.BoardRule.ONE_SEAT_EACH;
import static city.c3po.portfolio.board.BoardRule.SEAT_EXISTS;
import static city.c3po.portfolio.board.BoardRule.SEAT_FREE;
import static city.c3po.portfolio.board.BoardRule.SEAT_HELD;
import static city.c3po.portfolio.board.BoardRule.TERM_IN_ORDER;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/** Who decides. Terms of one seat never overlap, and nobody holds two seats at a time. */
@Entity
public class Board extends Aggregate<BoardAction> {
    @Id
    private UUID id;

    /** Written as {@code BRD-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('board_number'))")
    @Column(updatable = false)
    private String number;

    @JdbcTypeCode(SqlTypes.JSON)
    private BoardText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BoardMember> members = List.of();

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Board() {}

    Board(BoardText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "BRD-" + year + "-";
        this.text = text;
        this.createdAt = at;
    }

    List<BoardEvent> create(Actor by, Instant at) {
        permits(by, BoardAction.EDIT);
        SEAT_EXISTS.require(text.chairSeat() <= text.seats());
        return List.of(new BoardEvent.Created(text.title(), text.seats(), at));
    }

    List<BoardEvent> edit(Actor by, BoardText better, Instant at) {
        guard(by, BoardAction.EDIT);
        SEAT_EXISTS.require(better.chairSeat() <= better.seats()
                && members.stream().allMatch(member -> member.until() != null || member.seat() <= better.seats()));
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        return List.of(new BoardEvent.Edited(text.title(), text.seats(), at));
    }

    List<BoardEvent> seatMember(Actor by, BoardMember member, Instant at) {
        guard(by, BoardAction.SEAT_MEMBER);
        SEAT_EXISTS.require(member.seat() <= text.seats(), Map.of("seats", text.seats()));
        TERM_IN_ORDER.require(member.until() == null || !member.until().isBefore(member.from()));
        ALTERNATE_IS_ANOTHER.require(!member.person().equals(member.alternate()));
        for (var other : members) {
            if (other.overlaps(member)) {
                SEAT_FREE.require(!other.seat().equals(member.seat()));
                ONE_SEAT_EACH.require(!other.person().equals(member.person()));
                ALTERNATE_IS_ANOTHER.require(!other.person().equals(member.alternate())
                        && !member.person().equals(other.alternate()));
            }
        }
        members = Stream.concat(members.stream(), Stream.of(member)).toList();
        return List.of(new BoardEvent.MemberSeated(member, at));
    }

    List<BoardEvent> endTerm(Actor by, int seat, LocalDate last, Instant at) {
        guard(by, BoardAction.END_TERM);
        var sitting = members.stream()
                .filter(member -> member.seat() == seat && member.sits(last))
                .findFirst()
                .orElseThrow(SEAT_HELD::violated);
        var ended = sitting.until(last);
        members = members.stream()
                .map(member -> member.equals(sitting) ? ended : member)
                .toList();
        return List.of(new BoardEvent.TermEnded(ended, at));
    }

    List<BoardMember> sitting(LocalDate day) {
        return members.stream().filter(member -> member.sits(day)).toList();
    }

    Reference reference() {
        return new Reference("board", id.toString(), number, href());
    }

    String href() {
        return "/v1/boards/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected BoardView state() {
        return BoardView.of(this, null);
    }

    @Override
    protected Set<BoardAction> actions() {
        return EnumSet.allOf(BoardAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(BoardAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, BoardAction action) {
        OFFICE_KEEPS_BOARDS.require(by.has(Roles.PORTFOLIO_MANAGER));
    }

    String number() {
        return number;
    }

    BoardText text() {
        return text;
    }

    List<BoardMember> members() {
        return members;
    }

    Instant createdAt() {
        return createdAt;
    }
}
