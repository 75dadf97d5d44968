package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.CHAIR_ONLY;
import static city.c3po.portfolio.board.BoardRule.DEVIATION_EXPLAINED;
import static city.c3po.portfolio.board.BoardRule.KNOWN_RANKED_INITIATIVE;
import static city.c3po.portfolio.board.BoardRule.RANKED_ONCE;
import static city.c3po.portfolio.board.BoardRule.RANKS_NOT_THE_OWN;
import static city.c3po.portfolio.board.BoardRule.RANKS_WITHOUT_HOLES;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.initiative.Initiative;
import city.c3po.portfolio.initiative.Initiatives;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rankings: of each board one per fiscal year. */
@Singleton
class Rankings extends Aggregates<Ranking, UUID, RankingAction> {
    /** What somebody ranks, before it is compared with the scores. */
    record Place(int rank, UUID initiative, @Nullable String reason) {}

    private final Boards boards;
    private final Initiatives initiatives;
    private final CityDay day;

    Rankings(EntityManager entities, Journal journal, Boards boards, Initiatives initiatives, CityDay day) {
        super(Ranking.class, entities, journal);
        this.boards = boards;
        this.initiatives = initiatives;
        this.day = day;
    }

    Ranking of(UUID board, int fiscalYear, Actor by) {
        return find(board, fiscalYear)
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    Ranking rank(UUID board, int fiscalYear, List<Place> said, Actor by, Seen seen, Instant at) {
        var ofBoard = boards.get(board, by);
        var today = day.of(at);
        CHAIR_ONLY.require(ofBoard.sitting(today).stream()
                .anyMatch(member -> member.seat().equals(ofBoard.text().chairSeat())
                        && (by.is(member.person()) || by.is(member.alternate()))));
        awaitTurn(board, fiscalYear);
        var present = find(board, fiscalYear);
        if (present.isPresent()) {
            return edit(
                    present.get().id(),
                    by,
                    seen,
                    RankingAction.RANK,
                    ranking -> ranking.rank(by, places(said, by), at));
        }
        seen.mustAllowCreation();
        var fresh = new Ranking(ofBoard, fiscalYear, today.getYear());
        return add(fresh, by, ranking -> ranking.rank(by, places(said, by), at));
    }

    private List<RankedInitiative> places(List<Place> said, Actor by) {
        var ranks = said.stream().map(Place::rank).sorted().toList();
        RANKS_WITHOUT_HOLES.require(
                ranks.equals(IntStream.rangeClosed(1, said.size()).boxed().toList()), Map.of("ranks", ranks));
        var ranked = new LinkedHashMap<Place, Initiative>();
        for (var place :
                said.stream().sorted(Comparator.comparingInt(Place::rank)).toList()) {
            var initiative = initiatives
                    .visible(place.initiative(), by)
                    .filter(found -> found.initiativeState().isRankable()
                            && found.boardCase().score() != null)
                    .orElseThrow(() -> KNOWN_RANKED_INITIATIVE.violated(Map.of("initiative", place.initiative())));
            RANKED_ONCE.require(!ranked.containsValue(initiative), Map.of("initiative", place.initiative()));
            RANKS_NOT_THE_OWN.require(!initiative.authors().contains(by.sub()));
            ranked.put(place, initiative);
        }
        var byScore = ranked.values().stream().sorted(ByScore.ORDER).toList();
        var places = ranked.entrySet().stream()
                .map(entry -> new RankedInitiative(
                        entry.getKey().rank(),
                        entry.getValue().reference(),
                        ByScore.score(entry.getValue()),
                        byScore.indexOf(entry.getValue()) + 1,
                        entry.getKey().reason()))
                .toList();
        var unexplained = places.stream()
                .filter(place -> place.rank() != place.position() && place.reason() == null)
                .map(RankedInitiative::initiative)
                .toList();
        DEVIATION_EXPLAINED.require(unexplained.isEmpty(), Map.of("initiatives", unexplained));
        return places;
    }

    private Optional<Ranking> find(UUID board, int fiscalYear) {
        return entities()
                .createQuery("from Ranking where boardId = :board and fiscalYear = :year", Ranking.class)
                .setParameter("board", board)
                .setParameter("year", fiscalYear)
                .getResultStream()
                .findFirst();
    }

    /** Two who rank a year for the first time at once; a race that slips through ends at the table's key. */
    private void awaitTurn(UUID board, int fiscalYear) {
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "ranking/" + board + "/" + fiscalYear)
                .getResultList();
    }
}
