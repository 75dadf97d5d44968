package city.c3po.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The sample city's records as they are sent.
 *
 * @param keeper who records the reference data
 * @param audit the audit of 2019, as it was reported
 */
record SampleCity(String keeper, List<Entry> referenceData, List<Idea> initiatives, JsonNode audit) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A piece of reference data, with the address that its natural key makes. */
    record Entry(String path, ObjectNode body) {}

    /**
     * An initiative.
     *
     * @param by the user who submits it, or the department system that feeds it
     * @param key its name in that system, or in the report
     */
    record Idea(String by, String key, ObjectNode body) {
        String title() {
            return body.get("title").asText();
        }
    }

    static SampleCity load() {
        var reference = read("reference-data.json");
        return new SampleCity(
                reference.get("as").asText(),
                each(reference.get("records"))
                        .map(record -> new Entry(record.get("path").asText(), sample(record.get("body"))))
                        .toList(),
                each(read("initiatives.json").get("initiatives"))
                        .map(one ->
                                new Idea(one.get("as").asText(), one.get("key").asText(), sample(one.get("body"))))
                        .toList(),
                read("audit-2019.json"));
    }

    static JsonNode read(String file) {
        try (var in = Objects.requireNonNull(SampleCity.class.getResourceAsStream("/sample-city/" + file))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Nobody shall ever take it for real. */
    private static ObjectNode sample(JsonNode body) {
        return ((ObjectNode) body.deepCopy()).put("sampleData", true);
    }
}
