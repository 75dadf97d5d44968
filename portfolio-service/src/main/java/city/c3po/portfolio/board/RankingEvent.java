package city.c3po.portfolio.board;

import city.c3po.platform.event.Event;
import java.time.Instant;

/** What happens to a ranking. */
sealed interface RankingEvent extends Event {
    record Ranked(int fiscalYear, int edition, int initiatives, Instant at) implements RankingEvent {}
}
