package city.c3po.portfolio.board;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.initiative.BoardOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MeetingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Actor A = member("a");
    private static final Actor B = member("b");
    private static final Actor C = member("c");
    private static final Actor STAND_IN = member("a2");
    private static final Motion APPROVE = new Motion(BoardOutcome.APPROVED, List.of(), null, "Good", "a", List.of());

    private static final Map<MeetingState, Set<MeetingState>> LEGAL = Map.of(
            MeetingState.NOTICED, Set.of(MeetingState.OPEN),
            MeetingState.OPEN, Set.of(MeetingState.ADJOURNED),
            MeetingState.ADJOURNED, Set.of(MeetingState.MINUTES_APPROVED),
            MeetingState.MINUTES_APPROVED, Set.of());

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(MeetingState.values())
                .flatMap(from -> Stream.of(MeetingState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @Test
    void the_quorum_is_more_than_half_of_all_seats_held_or_not() {
        assertEquals(1, Meeting.quorumOf(1));
        assertEquals(2, Meeting.quorumOf(2));
        assertEquals(3, Meeting.quorumOf(5));
        assertEquals(4, Meeting.quorumOf(6));
        // two of three seats of a board of five: the empty ones count
        var meeting = opened(5, A, B);
        var item = meeting.docket().getFirst().id();
        meeting.move(A, item, APPROVE, DAY, NOON);
        assertBreaks(BoardRule.QUORUM_REACHED, () -> meeting.vote(A, item, Vote.Choice.YES, NOON));
    }

    @Test
    void a_member_or_the_alternate_attends_but_not_both() {
        var meeting = opened(3, STAND_IN);
        assertBreaks(BoardRule.SEAT_NOT_TAKEN, () -> meeting.attend(A, NOON));
        meeting.leave(STAND_IN, NOON);
        meeting.attend(A, NOON);
        assertEquals(List.of(new Presence(1, "a")), meeting.present());
        assertBreaks(BoardRule.MEMBER_OR_ALTERNATE, () -> meeting.attend(member("x"), NOON));
    }

    @Test
    void a_tie_is_lost_and_a_majority_is_carried() {
        var meeting = opened(3, A, B, C);
        var item = meeting.docket().getFirst().id();
        meeting.move(A, item, APPROVE, DAY, NOON);
        meeting.vote(A, item, Vote.Choice.YES, NOON);
        meeting.vote(B, item, Vote.Choice.NO, NOON);
        assertBreaks(BoardRule.VOTED_ONCE, () -> meeting.vote(B, item, Vote.Choice.YES, NOON));
        meeting.closeVote(A, item, (motion, tally) -> fail("a tie is not carried"), NOON);
        assertEquals(1, meeting.docket().getFirst().lost().size());
        meeting.move(B, item, APPROVE, DAY, NOON);
        meeting.vote(C, item, Vote.Choice.YES, NOON);
        var made = new Reference("decision", "d", "DEC-2026-0001", "/v1/decisions/d");
        meeting.closeVote(
                A,
                item,
                (motion, tally) -> {
                    assertEquals(new Tally(1, 0, 0, 3, 0, 2), tally);
                    return made;
                },
                NOON);
        assertEquals(made, meeting.docket().getFirst().decision());
        assertBreaks(BoardRule.ITEM_PENDING, () -> meeting.move(A, item, APPROVE, DAY, NOON));
    }

    @Test
    void who_wrote_it_is_recused_by_what_they_are() {
        var meeting = opened(3, A, B, C);
        meeting.docket(OFFICE, initiative("2"), List.of("b"), null, NOON);
        var item = meeting.docket().getLast().id();
        assertBreaks(BoardRule.NOT_RECUSED, () -> meeting.move(B, item, APPROVE, DAY, NOON));
        assertBreaks(BoardRule.RECUSED_ONCE, () -> meeting.recuse(B, item, "I wrote it", NOON));
        meeting.recuse(C, item, "My sister", NOON);
        meeting.move(A, item, APPROVE, DAY, NOON);
        assertBreaks(BoardRule.QUORUM_REACHED, () -> meeting.vote(A, item, Vote.Choice.YES, NOON));
        assertBreaks(BoardRule.NOT_RECUSED, () -> meeting.vote(C, item, Vote.Choice.YES, NOON));
    }

    @Test
    void what_is_not_decided_is_carried_over() {
        var meeting = opened(3, A, B);
        assertBreaks(BoardRule.CHAIR_ONLY, () -> meeting.adjourn(B, NOON));
        meeting.adjourn(A, NOON);
        assertEquals(DocketItem.State.CARRIED_OVER, meeting.docket().getFirst().state());
        assertBreaks(BoardRule.MINUTES_BY_ANOTHER, () -> meeting.approveMinutes(A, "Nothing", NOON));
        meeting.approveMinutes(B, "Nothing", NOON);
        assertEquals(MeetingState.MINUTES_APPROVED, meeting.meetingState());
    }

    private static Meeting opened(int seats, Actor... present) {
        var board = new Board(new BoardText("Board", seats, 1), 2026, NOON);
        board.create(OFFICE, NOON);
        board.seatMember(OFFICE, new BoardMember(1, "a", "a2", DAY, null), NOON);
        board.seatMember(OFFICE, new BoardMember(2, "b", null, DAY, null), NOON);
        board.seatMember(OFFICE, new BoardMember(3, "c", null, DAY, null), NOON);
        var meeting = new Meeting(board, DAY, null, 2026, NOON);
        meeting.notice(OFFICE, NOON);
        meeting.docket(OFFICE, initiative("1"), List.of("ada"), null, NOON);
        meeting.open(A, board, NOON);
        for (var member : present) {
            meeting.attend(member, NOON);
        }
        return meeting;
    }

    private static Reference initiative(String id) {
        return new Reference("initiative", id, "INI-2026-000" + id, "/v1/initiatives/" + id);
    }

    private static Actor member(String sub) {
        return Actors.person(sub, Set.of(Roles.BOARD_MEMBER), Set.of());
    }
}
