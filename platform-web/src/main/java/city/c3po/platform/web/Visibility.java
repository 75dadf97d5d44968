package city.c3po.platform.web;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Access.Classification;
import city.c3po.platform.actor.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may see, as the condition of a query for one reader: {@link Access#visibleTo} with everything settled that does
 * not depend on the record. The SQL function {@code access_visible} says the same of any reader, and costs forty times as
 * much per row because PostgreSQL cannot look inside it; a test compares the three.
 */
public record Visibility(String condition, Map<String, Object> parameters) {
    public static Visibility of(Actor reader) {
        var closed = Arrays.stream(Classification.values())
                .filter(classification -> !open(classification).visibleTo(reader))
                .toList();
        if (closed.isEmpty()) {
            return new Visibility("true", Map.of());
        }
        var ways = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (closed.size() < Classification.values().length) {
            // "Not closed" rather than "open": PostgreSQL takes a difference for likely and an equality for rare, and
            // would sort the whole table for a page when it believes that hardly anything is visible.
            ways.add("r.access ->> 'classification' not in ("
                    + closed.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ")) + ")");
        }
        if (!reader.departments().isEmpty() && closed.contains(Classification.CONFIDENTIAL)) {
            ways.add("r.access ->> 'classification' = 'CONFIDENTIAL' and " + anyOf("departments"));
            parameters.put("departments_", array(reader.departments()));
        }
        ways.add("jsonb_exists(r.access -> 'people', :reader_)");
        parameters.put("reader_", reader.sub());
        if (reader.vendor() != null) {
            ways.add("r.access ->> 'vendor' = :vendor_");
            parameters.put("vendor_", reader.vendor());
        }
        if (!reader.bodies().isEmpty()) {
            ways.add(anyOf("bodies"));
            parameters.put("bodies_", array(reader.bodies()));
        }
        if (!reader.sources().isEmpty()) {
            ways.add(anyOf("sources"));
            parameters.put("sources_", array(reader.sources()));
        }
        return new Visibility("(" + String.join(" or ", ways) + ")", Map.copyOf(parameters));
    }

    /** Open to nobody by name: what remains is the class. */
    private static Access open(Classification classification) {
        return new Access(classification, List.of(), List.of(), null, List.of(), List.of());
    }

    private static String anyOf(String list) {
        return "jsonb_exists_any(r.access -> '" + list + "', cast(:" + list + "_ as text[]))";
    }

    /** Sorted, so that equal readers have equal queries. */
    private static String[] array(Set<String> names) {
        return names.stream().sorted().toArray(String[]::new);
    }
}
