package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.ATTENDING;
import static city.c3po.portfolio.board.BoardRule.MEMBER_OR_ALTERNATE;
import static city.c3po.portfolio.board.BoardRule.QUORUM_REACHED;
import static city.c3po.portfolio.board.BoardRule.SEAT_NOT_TAKEN;

import city.c3po.platform.actor.Actor;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who sits in a meeting, who is there, and whether they are enough. */
@Embeddable
class Sitting {
    /** All seats of the board, held or not: the quorum is of them. */
    private int seats;

    private int chairSeat;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BoardMember> members = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Presence> present = List.of();

    /** As the board is now, on the day of the meeting. */
    void take(Board now, LocalDate day) {
        seats = now.text().seats();
        chairSeat = now.text().chairSeat();
        members = now.sitting(day);
    }

    int attend(Actor by) {
        int seat = seatOf(by).orElseThrow(MEMBER_OR_ALTERNATE::violated);
        SEAT_NOT_TAKEN.require(present.stream().noneMatch(presence -> presence.seat() == seat));
        present = Stream.concat(present.stream(), Stream.of(new Presence(seat, by.sub())))
                .toList();
        return seat;
    }

    int leave(Actor by) {
        int seat = attending(by);
        present = present.stream().filter(presence -> presence.seat() != seat).toList();
        return seat;
    }

    /** The seat that somebody who is there has taken. */
    int attending(Actor by) {
        return present.stream()
                .filter(presence -> presence.person().equals(by.sub()))
                .findFirst()
                .map(Presence::seat)
                .orElseThrow(ATTENDING::violated);
    }

    Optional<Integer> seatOf(Actor by) {
        return members.stream()
                .filter(member -> by.is(member.person()) || by.is(member.alternate()))
                .findFirst()
                .map(BoardMember::seat);
    }

    boolean chairs(Actor by) {
        return members.stream()
                .anyMatch(
                        member -> member.seat() == chairSeat && (by.is(member.person()) || by.is(member.alternate())));
    }

    void requireQuorum(DocketItem item) {
        QUORUM_REACHED.require(counting(item) >= quorum(), Map.of("needed", quorum(), "counting", counting(item)));
    }

    Tally tally(DocketItem item, Motion motion) {
        return new Tally(
                motion.count(Vote.Choice.YES),
                motion.count(Vote.Choice.NO),
                motion.count(Vote.Choice.ABSTAIN),
                counting(item),
                present.size() - counting(item),
                quorum());
    }

    /** Those who are there and not recused. */
    private int counting(DocketItem item) {
        return (int) present.stream()
                .filter(presence -> !item.recused(presence.person()))
                .count();
    }

    private int quorum() {
        return Meeting.quorumOf(seats);
    }

    int seats() {
        return seats;
    }

    int chairSeat() {
        return chairSeat;
    }

    List<BoardMember> members() {
        return members;
    }

    List<Presence> present() {
        return present;
    }
}
