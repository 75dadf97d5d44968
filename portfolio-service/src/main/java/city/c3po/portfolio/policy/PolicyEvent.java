package city.c3po.portfolio.policy;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an edition of a policy. */
sealed interface PolicyEvent extends Event {
    record Drafted(String code, String title, Instant at) implements PolicyEvent {}

    record Edited(String title, Instant at) implements PolicyEvent {}

    record Adopted(
            String code,
            LocalDate day,
            List<String> departments,
            @Nullable Reference supersedes,
            Instant at) implements PolicyEvent {}

    record Acknowledged(String department, LocalDate due, boolean late, Instant at) implements PolicyEvent {}

    record Superseded(Reference later, Instant at) implements PolicyEvent {}
}
