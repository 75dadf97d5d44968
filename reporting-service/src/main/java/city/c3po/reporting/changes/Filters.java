package city.c3po.reporting.changes;

import city.c3po.platform.event.Changes;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.web.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the feed a reader wants. An empty set leaves the choice open.
 *
 * @param types of subjects
 * @param departments whose records, by the departments their owners name in {@code access}
 * @param programs whose records, by id or number of the program that their state or their project's names
 * @param fields which changes count: members of the state, or pointers without the leading slash
 */
record Filters(
        SortedSet<String> types, SortedSet<String> departments, SortedSet<String> programs, SortedSet<String> fields) {
    private static final int MOST = 50;
    private static final Pattern TYPE = Pattern.compile("[a-z][A-Za-z0-9]{0,99}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._:-]{1,100}");
    private static final Pattern FIELD = Pattern.compile("[^\\p{Cc}/&?#\\s]{1,100}(/[^\\p{Cc}/&?#\\s]{1,100}){0,20}");

    /** The mass of single assets is told to nobody who does not ask for it. */
    static final String UNASKED = "asset";

    static final Filters NONE = of(null, null, null, null);

    static Filters of(
            @Nullable List<String> types,
            @Nullable List<String> departments,
            @Nullable List<String> programs,
            @Nullable List<String> fields) {
        return new Filters(
                read("types", types, TYPE, "initiative"),
                read("departments", departments, CODE, "DEP-PW"),
                read("programs", programs, CODE, "PGM-2026-0001"),
                read("fields", fields, FIELD, "state,cost/likely"));
    }

    private static SortedSet<String> read(
            String parameter, @Nullable List<String> values, Pattern form, String example) {
        if (values == null) {
            return new TreeSet<>();
        }
        var read = values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (read.size() > MOST
                || !read.stream().allMatch(value -> form.matcher(value).matches())) {
            throw Refusal.BAD_PARAMETER.refused(new Fault(
                    parameter,
                    Refusal.BAD_PARAMETER.code(),
                    "Expected up to " + MOST + " values such as " + example + ", separated by commas."));
        }
        return read;
    }

    /** The same for the same wishes, however they were written. */
    String digest() {
        var parts = new ArrayList<>(List.of(types.toString(), departments.toString(), fields.toString()));
        if (!programs.isEmpty()) {
            // only then, so that cursors given before there was this filter stay good
            parts.add(programs.toString());
        }
        return Digest.of(parts);
    }

    /** As parameters of the next request: {@code types=initiative&}, or nothing. */
    String asQuery() {
        return query("types", types)
                + query("departments", departments)
                + query("programs", programs)
                + query("fields", fields);
    }

    private static String query(String name, Collection<String> values) {
        return values.isEmpty()
                ? ""
                : name + "="
                        + values.stream()
                                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                                .collect(Collectors.joining(","))
                        + "&";
    }

    List<Changes.Change> among(List<Changes.Change> changes) {
        return fields.isEmpty()
                ? changes
                : changes.stream().filter(change -> concerns(change.path())).toList();
    }

    /** A change of a part, of the whole, or of a whole that contains it. */
    private boolean concerns(String path) {
        return fields.stream()
                .map(field -> "/" + field)
                .anyMatch(field -> path.equals(field) || path.startsWith(field + "/") || field.startsWith(path + "/"));
    }
}
