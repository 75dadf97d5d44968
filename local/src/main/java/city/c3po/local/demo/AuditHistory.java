package city.c3po.local.demo;

import city.c3po.local.demo.Door.Reply;
import city.c3po.local.part.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The audit of 2019 with its ten recommendations, each with the city's word for its status as it was reported. Every step
 * looks first whether it was taken, so that loading again goes on where it ended.
 */
final class AuditHistory {
    private static final String CODE = "2019";
    private static final String ISSUER = "auditor";
    private static final String OFFICE = "ppm";
    private static final String LEAD = "DEP-IT";
    private static final int MOST_TRIES = 5;
    /** The city's words for what a department claims. */
    private static final Map<String, String> STATUS = Map.of(
            "Active Initiative", "ACTIVE_INITIATIVE",
            "Nearly Implemented", "NEARLY_IMPLEMENTED",
            "Implemented", "CLAIMED_IMPLEMENTED");

    private final Door door;
    private int created;

    AuditHistory(Door door) {
        this.door = door;
    }

    /** How many records are new. */
    int load(JsonNode history) {
        var audit = audit(history.get("audit"));
        var document = history.at("/audit/source").asText();
        var asOf = history.get("statusAsOf").asText();
        for (var one : history.get("recommendations")) {
            var recommendation = recommendation(audit, one);
            if (recommendation.get("actions").isEmpty()) {
                recommendation = change(
                        recommendation,
                        "actions/A1",
                        json().put("title", one.get("solution").asText()),
                        true);
            }
            if (recommendation.get("asReported").isNull()
                    && recommendation.get("managementStatus").asText().equals("NOT_STARTED")) {
                change(
                        recommendation,
                        "report-status",
                        json().put("status", STATUS.get(one.get("status").asText()))
                                .put("asOf", asOf)
                                .put("document", document),
                        false);
            }
        }
        return created;
    }

    private JsonNode audit(JsonNode said) {
        return first("/v1/audits?code=" + CODE)
                .orElseGet(() -> create(
                        "/v1/audits",
                        json().put("title", said.get("title").asText())
                                .put("code", CODE)
                                .put("issuerKind", "CITY_AUDITOR")
                                .put("body", "city-auditor")
                                // the report names the month only
                                .put("issued", said.get("issued").asText() + "-01")
                                .put("scope", said.get("question").asText())
                                .put("sampleData", true)));
    }

    private JsonNode recommendation(JsonNode audit, JsonNode said) {
        int ordinal = said.get("number").asInt();
        return first("/v1/recommendations?number=%s-%02d".formatted(CODE, ordinal))
                .orElseGet(() -> create(
                        "/v1/recommendations",
                        json().put(
                                        "finding",
                                        finding(audit, said, "F" + ordinal)
                                                .get("id")
                                                .asText())
                                .put("ordinal", ordinal)
                                .put("title", said.get("finding").asText())
                                .put("area", said.get("area").asText())
                                .put("leadDepartment", LEAD)
                                .put("sampleData", true)));
    }

    private JsonNode finding(JsonNode audit, JsonNode said, String key) {
        var path = audit.get("href").asText() + "/findings";
        return items(path + "?limit=500")
                .filter(found -> found.get("key").asText().equals(key))
                .findFirst()
                .orElseGet(() -> create(
                        path,
                        json().put("key", key)
                                .put("title", said.get("finding").asText())
                                .put("sampleData", true)));
    }

    private Optional<JsonNode> first(String path) {
        return items(path).findFirst();
    }

    private Stream<JsonNode> items(String path) {
        var reply = door.get(ISSUER, path);
        expect(reply, "look at " + path, 200);
        return StreamSupport.stream(reply.body().get("items").spliterator(), false);
    }

    private JsonNode create(String path, ObjectNode body) {
        var reply = door.post(ISSUER, path, body, Map.of());
        expect(reply, "create at " + path, 201);
        created++;
        return reply.body();
    }

    /** A control may measure it between our reading and our writing; then it is read again. */
    private JsonNode change(JsonNode seen, String part, ObjectNode body, boolean put) {
        var href = seen.get("href").asText();
        var path = href + "/" + part;
        for (int tries = MOST_TRIES; ; tries--) {
            var present = door.get(OFFICE, href);
            expect(present, "read " + href, 200);
            var headers = Map.of("If-Match", String.valueOf(present.etag()));
            var reply = put ? door.put(OFFICE, path, body, headers) : door.post(OFFICE, path, body, headers);
            if (reply.is(412) && tries > 1) {
                continue;
            }
            expect(reply, "change " + path, 200);
            return reply.body();
        }
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void expect(Reply reply, String what, int status) {
        if (!reply.is(status)) {
            throw new Refusal("Could not %s: the gateway answered %d %s".formatted(what, reply.status(), reply.body()));
        }
    }
}
