package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.DOCKETED_ONCE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.feasibility.ReferenceClasses;
import city.c3po.portfolio.initiative.BoardDecision;
import city.c3po.portfolio.initiative.Initiatives;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The meetings, and the initiatives on their dockets. */
@Singleton
class Meetings extends Aggregates<Meeting, UUID, MeetingAction> {
    private final Boards boards;
    private final Decisions decisions;
    private final Initiatives initiatives;
    private final ReferenceClasses classes;
    private final CityDay day;

    Meetings(
            EntityManager entities,
            Journal journal,
            Boards boards,
            Decisions decisions,
            Initiatives initiatives,
            ReferenceClasses classes,
            CityDay day) {
        super(Meeting.class, entities, journal);
        this.boards = boards;
        this.decisions = decisions;
        this.initiatives = initiatives;
        this.classes = classes;
        this.day = day;
    }

    Meeting of(UUID board, UUID id, Actor by) {
        var meeting = get(id, by);
        Convention.NOT_FOUND.require(meeting.boardId().equals(board));
        return meeting;
    }

    Meeting notice(UUID board, LocalDate on, @Nullable String place, Actor by, Instant at) {
        var fresh = new Meeting(boards.get(board, by), on, place, day.of(at).getYear(), at);
        return add(fresh, by, meeting -> meeting.notice(by, at));
    }

    /** The initiative is locked before the meeting, here and wherever both change. */
    Meeting docket(UUID board, UUID id, UUID initiative, Actor by, Seen seen, Instant at) {
        of(board, id, by);
        requireOnNoDocket(initiative);
        var held = initiatives.lockedFor(initiative, by);
        var kind = held.proposal().kind();
        var past = kind == null ? null : classes.of(kind);
        return change(id, by, seen, MeetingAction.DOCKET, meeting -> {
            var events = meeting.docket(by, held.reference(), held.authors(), past, at);
            initiatives.docket(initiative, by, meeting.reference(), at);
            return events;
        });
    }

    Meeting open(UUID board, UUID id, Actor by, Seen seen, Instant at) {
        of(board, id, by);
        return change(id, by, seen, MeetingAction.OPEN, meeting -> meeting.open(by, boards.get(board, by), at));
    }

    /** A motion that is carried becomes a decision, and the initiative goes where it says, in one transaction. */
    Meeting closeVote(UUID board, UUID id, UUID item, Actor by, Seen seen, Instant at) {
        var initiative =
                UUID.fromString(of(board, id, by).item(item).initiative().id());
        initiatives.lockedFor(initiative, by);
        return change(
                id,
                by,
                seen,
                MeetingAction.CLOSE_VOTE,
                meeting -> meeting.closeVote(
                        by,
                        item,
                        (motion, tally) -> {
                            var decision = decisions.record(
                                    by, meeting, meeting.item(item).initiative(), motion, tally, at);
                            initiatives.decide(
                                    initiative,
                                    by,
                                    new BoardDecision(
                                            decision.reference(),
                                            motion.outcome(),
                                            motion.conditions(),
                                            motion.until(),
                                            motion.reason(),
                                            at),
                                    at);
                            return decision.reference();
                        },
                        at));
    }

    /** Said before the table's key says it less kindly. */
    private void requireOnNoDocket(UUID initiative) {
        entities()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select meeting from docket_entry where initiative = :initiative and pending", UUID.class)
                .setParameter("initiative", initiative)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .ifPresent(meeting -> {
                    throw DOCKETED_ONCE.violated(Map.of("meeting", meeting));
                });
    }
}
