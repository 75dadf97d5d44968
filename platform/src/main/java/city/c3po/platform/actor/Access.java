package city.c3po.platform.actor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a record: computed by its owner, stored beside it, carried by each of its events and applied by every
 * consumer with this one predicate.
 *
 * @param departments department codes, opened for CONFIDENTIAL records
 * @param people subjects who may read whatever the class
 * @param vendor the vendor who may read whatever the class
 * @param bodies bodies whose members may read whatever the class
 * @param sources feeding systems that may read whatever the class
 */
public record Access(
        Classification classification,
        List<String> departments,
        List<String> people,
        @Nullable String vendor,
        List<String> bodies,
        List<String> sources) {

    /** PUBLIC: any role. INTERNAL: any role but vendor and feeder. CONFIDENTIAL: the portfolio office. */
    public enum Classification {
        PUBLIC,
        INTERNAL,
        CONFIDENTIAL
    }

    public static final Access ANY_ROLE =
            new Access(Classification.PUBLIC, List.of(), List.of(), null, List.of(), List.of());
    public static final Access ANY_EMPLOYEE =
            new Access(Classification.INTERNAL, List.of(), List.of(), null, List.of(), List.of());

    private static final Set<String> OUTSIDERS = Set.of(Roles.VENDOR, Roles.FEEDER);

    public Access {
        departments = sorted(departments);
        people = sorted(people);
        bodies = sorted(bodies);
        sources = sorted(sources);
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().distinct().sorted().toList();
    }

    /** The twin of the SQL function {@code access_visible}; a test compares the two case by case. */
    public boolean visibleTo(Actor reader) {
        return openTo(reader)
                || people.contains(reader.sub())
                || (vendor != null && vendor.equals(reader.vendor()))
                || bodies.stream().anyMatch(reader.bodies()::contains)
                || sources.stream().anyMatch(reader.sources()::contains);
    }

    private boolean openTo(Actor reader) {
        return switch (classification) {
            case PUBLIC -> !reader.roles().isEmpty();
            case INTERNAL -> !OUTSIDERS.containsAll(reader.roles());
            case CONFIDENTIAL ->
                reader.has(Roles.PORTFOLIO_MANAGER) || departments.stream().anyMatch(reader::speaksFor);
        };
    }
}
