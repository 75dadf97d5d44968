package city.c3po.portfolio.program;

import static city.c3po.portfolio.program.ProgramRule.PLACED_IN_ORDER;

import city.c3po.platform.value.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which day something stood inside a program; the days of one record never overlap, and the database
 * keeps it so (constraint {@code one_parent_at_a_time}).
 *
 * @param until the last day; null while it lasts
 */
@Schema(name = "Membership", description = "From which day to which day it stood inside a program.")
public record Membership(
        Reference program,

        @Schema(description = "First day, in the city's calendar.")
        LocalDate from,

        @Schema(description = "Last day; null while it lasts.") @Nullable LocalDate until) {

    /**
     * The same history, with another program, or none, from a day on.
     *
     * @param from not before the last membership began
     */
    public static List<Membership> changed(List<Membership> past, @Nullable Reference program, LocalDate from) {
        var changed = new ArrayList<>(past);
        if (!changed.isEmpty()) {
            var last = changed.getLast();
            PLACED_IN_ORDER.require(
                    !from.isBefore(last.from) && (last.until == null || from.isAfter(last.until)),
                    Map.of("from", from, "last", last));
            if (last.until == null) {
                changed.removeLast();
                // what began on that very day was never in effect
                if (last.from.isBefore(from)) {
                    changed.add(new Membership(last.program, last.from, from.minusDays(1)));
                }
            }
        }
        if (program != null) {
            changed.add(new Membership(program, from, null));
        }
        return List.copyOf(changed);
    }

    /** The program it is inside now, if any: no membership begins in the future. */
    public static Optional<Reference> present(List<Membership> memberships) {
        return memberships.isEmpty() || memberships.getLast().until() != null
                ? Optional.empty()
                : Optional.of(memberships.getLast().program());
    }
}
