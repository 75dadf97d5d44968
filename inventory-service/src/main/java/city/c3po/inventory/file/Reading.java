package city.c3po.inventory.file;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row that is being read: values that cannot be right become faults of it, all of them. */
final class Reading {
    private static final List<String> KINDS =
            List.of("HARDWARE", "SYSTEM", "SOFTWARE_INSTALL", "SUBSCRIPTION", "CLOUD_RESOURCE", "DATA_SET");
    private static final List<String> STATES = List.of(
            "REQUESTED",
            "ON_ORDER",
            "IN_STOCK",
            "IN_USE",
            "IN_TRANSIT",
            "IN_MAINTENANCE",
            "MISSING",
            "RETIRED",
            "DISPOSED",
            "CANCELLED",
            "PLANNED",
            "TRIAL",
            "ACTIVE",
            "EXPIRED",
            "TERMINATED");
    private static final int LONGEST_KEY = 200;
    private static final int SHOWN = 200;

    private final int line;
    private final boolean emptyClears;
    private final TreeMap<String, String> said = new TreeMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private @Nullable String nativeKey;
    private @Nullable String kind;
    private @Nullable String state;

    Reading(int line, boolean emptyClears) {
        this.line = line;
        this.emptyClears = emptyClears;
    }

    /** @param column as the file names it; the fault says so */
    void cell(String column, String attribute, String raw) {
        try {
            var cell = Cells.clean(raw);
            switch (attribute) {
                case "nativeKey" -> nativeKey(cell);
                case "kind" -> kind(column, cell);
                case "state" -> state(column, cell);
                default -> {
                    var field = Field.ALL.get(attribute);
                    if (!cell.isEmpty()) {
                        said.put(attribute, field.ofCell(cell));
                    } else if (emptyClears && !field.required()) {
                        said.put(attribute, Json.NOTHING);
                    }
                }
            }
        } catch (BadValue e) {
            fault(column, e.code(), e.getMessage(), raw);
        }
    }

    void nativeKey(String key) {
        if (key.length() > LONGEST_KEY) {
            fault("nativeKey", "too-long", "At most " + LONGEST_KEY + " characters.", key);
        } else if (!key.isEmpty()) {
            nativeKey = key;
        }
    }

    void kind(String column, String name) {
        var plain = name.toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
        if (KINDS.contains(plain)) {
            kind = plain;
        } else if (!name.isEmpty()) {
            fault(column, "unknown-kind", "A kind is one of " + KINDS + ".", name);
        }
    }

    void state(String column, String name) {
        var plain = name.toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
        if (STATES.contains(plain)) {
            state = plain;
        } else if (!name.isEmpty()) {
            fault(column, "unknown-state", "A state is one of " + STATES + ".", name);
        }
    }

    /** @param json of a value that is right */
    void say(String attribute, String json) {
        said.put(attribute, json);
    }

    /** What one attribute says is true of another, where nothing else is said of it. */
    void copy(String from, String to) {
        if (said.containsKey(from) && !said.containsKey(to) && !said.get(from).equals(Json.NOTHING)) {
            said.put(to, said.get(from));
        }
    }

    /** Where a system gives no key, this text is one. */
    void keyFrom(String attribute) {
        var text = said.get(attribute);
        if (nativeKey == null && text != null && text.length() > 2) {
            nativeKey(text.substring(1, text.length() - 1));
        }
    }

    void fault(String field, String code, String message, @Nullable String value) {
        faults.add(new RowFault(
                field,
                code,
                message,
                value == null ? null : printable(value.substring(0, Math.min(SHOWN, value.length())))));
    }

    /** A fault names what the file says, but not with characters that no JSON column takes. */
    private static String printable(String value) {
        var plain = new StringBuilder(value.length());
        value.codePoints()
                .map(c -> c < ' ' || Character.isSurrogate((char) c) && Character.isBmpCodePoint(c) ? '\uFFFD' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    Row row() {
        if (kind == null && faults.stream().noneMatch(fault -> fault.code().equals("unknown-kind"))) {
            fault("kind", "kind-missing", "Each row names its kind.", null);
        }
        return new Row(line, nativeKey, kind, state, said, List.copyOf(faults));
    }
}
