package city.c3po.portfolio.board;

import city.c3po.platform.event.Event;
import java.time.Instant;

/** What happens to a board. */
sealed interface BoardEvent extends Event {
    record Created(String title, int seats, Instant at) implements BoardEvent {}

    record Edited(String title, int seats, Instant at) implements BoardEvent {}

    record MemberSeated(BoardMember member, Instant at) implements BoardEvent {}

    record TermEnded(BoardMember member, Instant at) implements BoardEvent {}
}
