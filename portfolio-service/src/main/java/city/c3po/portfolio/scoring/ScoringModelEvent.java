package city.c3po.portfolio.scoring;

import city.c3po.platform.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a scoring model. */
sealed interface ScoringModelEvent extends Event {
    record Drafted(String title, Instant at) implements ScoringModelEvent {}

    record Edited(String title, Instant at) implements ScoringModelEvent {}

    record Adopted(@Nullable String supersedes, Instant at) implements ScoringModelEvent {}

    record Superseded(String by, Instant at) implements ScoringModelEvent {}
}
