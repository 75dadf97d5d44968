package city.c3po.portfolio.program;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a program. */
sealed interface ProgramEvent extends Event {
    record Created(String title, Instant at) implements ProgramEvent {}

    record Edited(Instant at) implements ProgramEvent {}

    /** It stands inside another program from a day on, or in none. */
    record Placed(@Nullable Reference program, LocalDate from, Instant at) implements ProgramEvent {}

    record Closed(Instant at) implements ProgramEvent {}
}
