package city.c3po.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One place where two JSON documents differ; the order of an object's members is none. */
record JsonDifference(String pointer, String change) {

    static List<JsonDifference> between(JsonNode before, JsonNode after) {
        var found = new ArrayList<JsonDifference>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<JsonDifference> found) {
        if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                var below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                if (!after.has(name)) {
                    found.add(new JsonDifference(below, "removed, was " + brief(before.get(name))));
                } else if (!before.has(name)) {
                    found.add(new JsonDifference(below, "added " + brief(after.get(name))));
                } else {
                    compare(below, before.get(name), after.get(name), found);
                }
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (var i = 0; i < before.size(); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i), found);
            }
        } else if (!same(before, after)) {
            found.add(new JsonDifference(pointer, "was " + brief(before) + ", is " + brief(after)));
        }
    }

    /** 1, 1.0 and 1.00 are one number. */
    private static boolean same(JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber()) {
            return before.decimalValue().compareTo(after.decimalValue()) == 0;
        }
        return before.equals(after);
    }

    private static String brief(JsonNode value) {
        var text = value.toString();
        return text.length() <= 100 ? text : text.substring(0, 97) + "…";
    }
}
