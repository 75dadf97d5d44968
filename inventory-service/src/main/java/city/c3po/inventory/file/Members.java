package city.c3po.inventory.file;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON object of ours as a row. */
final class Members {
    private Members() {}

    static Row row(int line, JsonNode object) {
        var reading = new Reading(line, false);
        if (!object.isObject()) {
            reading.fault("line", "unreadable-row", "The item is no JSON object.", null);
            return reading.row();
        }
        object.properties().forEach(member -> read(reading, member.getKey(), member.getValue()));
        return reading.row();
    }

    private static void read(Reading reading, String name, JsonNode value) {
        switch (name) {
            case "nativeKey", "kind", "state" -> {
                if (value.isTextual()) {
                    reading.cell(name, name, value.textValue());
                } else if (!value.isNull()) {
                    reading.fault(name, "not-a-text", "Say a text.", value.toString());
                }
            }
            default -> {
                var field = Field.ALL.get(name);
                if (field == null) {
                    reading.fault(name, "unknown-attribute", "There is no such attribute.", value.toString());
                } else if (value.isNull()) {
                    reading.say(name, Json.NOTHING);
                } else {
                    try {
                        reading.say(name, field.ofMember(value));
                    } catch (BadValue e) {
                        reading.fault(name, e.code(), e.getMessage(), value.toString());
                    }
                }
            }
        }
    }
}
