package city.c3po.inventory.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A component of a CycloneDX bill of materials as a row. Our own attributes travel as properties named {@code c3po:…},
 * which CycloneDX has for that; the bill's own properties hold for each of its components.
 */
final class Bom {
    private static final String OURS = "c3po:";

    private Bom() {}

    /** Of the bill's metadata. */
    static List<String> departments(JsonNode metadata) {
        var found = new ArrayList<String>();
        for (var property : metadata.path("properties")) {
            if (property.path("name").asText().equals(OURS + "department")) {
                found.add(property.path("value").asText());
            }
        }
        return found;
    }

    static Row row(int line, JsonNode component, List<String> departments) {
        var reading = new Reading(line, false);
        if (!component.isObject()) {
            reading.fault("components", "unreadable-row", "The component is no object.", null);
            return reading.row();
        }
        reading.kind("type", kind(component.path("type").asText("")));
        var key = component.hasNonNull("bom-ref") ? component.path("bom-ref") : component.path("purl");
        reading.cell("bom-ref", "nativeKey", key.asText(""));
        text(reading, component, "name", "name");
        text(reading, component, "name", "product");
        text(reading, component, "version", "productVersion");
        text(reading, component, "purl", "purl");
        text(reading, component, "cpe", "cpe");
        text(reading, component, "description", "description");
        var maker = component
                .path("supplier")
                .path("name")
                .asText(component.path("publisher").asText(""));
        reading.cell("supplier", "manufacturer", maker);
        departments.forEach(code -> reading.cell("department", "department", code));
        for (var property : component.path("properties")) {
            own(
                    reading,
                    property.path("name").asText(""),
                    property.path("value").asText(""));
        }
        return reading.row();
    }

    private static void own(Reading reading, String name, String value) {
        if (!name.startsWith(OURS)) {
            return;
        }
        var attribute = name.substring(OURS.length());
        if (attribute.equals("state") || Field.ALL.containsKey(attribute)) {
            reading.cell(name, attribute, value);
        } else {
            reading.fault(name, "unknown-attribute", "There is no such attribute.", value);
        }
    }

    private static void text(Reading reading, JsonNode component, String member, String attribute) {
        if (component.hasNonNull(member)) {
            reading.cell(member, attribute, component.path(member).asText());
        }
    }

    private static String kind(String type) {
        return switch (type) {
            case "device", "firmware", "device-driver" -> "HARDWARE";
            case "platform" -> "SYSTEM";
            case "data" -> "DATA_SET";
            case "" -> "";
            // application, framework, library, container, operating-system, file, machine-learning-model …
            default -> "SOFTWARE_INSTALL";
        };
    }
}
