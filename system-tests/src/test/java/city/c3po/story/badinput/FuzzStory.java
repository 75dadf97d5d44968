package city.c3po.story.badinput;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.fuzz.DocumentFuzzer;
import city.c3po.testing.openapi.ApiDocument;
import city.c3po.testing.openapi.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;

/**
 * Every operation of the one document, attacked through the gateway by people who may call it. Last of all stories:
 * what it leaves behind is not for others.
 */
@TheSuite
@Order(95)
class FuzzStory extends DocumentFuzzer {
    private static final int REQUESTS = Integer.getInteger("c3po.fuzz.requests", 10_000);
    private static final Pattern PART = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> AIMED = Set.of("id", "code", "sub", "number", "source", "key");

    /** Who has the role, in the order in which they are asked. */
    private static final Map<String, String> HOLDERS = holders();

    private final RunningSuite suite;
    private Map<String, Set<String>> roles = Map.of();
    private int operations;
    private String initiative = "";
    private String policy = "";

    FuzzStory(RunningSuite suite) {
        this.suite = suite;
    }

    private static Map<String, String> holders() {
        var holders = new LinkedHashMap<String, String>();
        holders.put("portfolio-manager", "ppm-2");
        holders.put("submitter", "submitter");
        holders.put("policy-admin", "policy-admin");
        holders.put("auditor", "auditor");
        holders.put("clerk", "clerk");
        holders.put("assessor", "assessor-1");
        holders.put("board-member", "board-member-1");
        holders.put("signatory", "sponsor");
        holders.put("vendor", "vendor");
        holders.put("operator", "operator");
        holders.put("feeder", "finance-system");
        return holders;
    }

    @BeforeEach
    void records_to_aim_at() {
        initiative = new Department(suite.door().as("submitter"))
                .submit(Proposals.incomplete("A target"))
                .text("/id");
        policy = suite.door().as("ppm").get("/v1/triage-policies").expect(200).text("/items/0/id");
        var admin = suite.door().as("policy-admin");
        record(admin, "/v1/departments/DEP-FUZZ", "{\"name\": \"Targets\"}");
        record(admin, "/v1/people/a-target", "{\"name\": \"A Target\"}");
        record(admin, "/v1/vendors/V-FUZZ", "{\"name\": \"Targets Inc.\"}");
        record(admin, "/v1/funding-lines/FL-FUZZ", "{\"name\": \"For targets\"}");
        record(
                admin,
                "/v1/calendars/FUZZ",
                "{\"name\": \"Days of targets\", \"zone\": \"America/Los_Angeles\", \"holidays\": []}");
    }

    @Override
    protected String baseUri() {
        return suite.address();
    }

    @Override
    protected String document() {
        var document =
                (ObjectNode) suite.door().get("/openapi.json").expect(200).json();
        document.withObject("/paths").remove(beyondAim(document));
        roles = rolesOf(document);
        operations = ApiDocument.parse(document.toString()).operations().size();
        return document.toString();
    }

    /** Paths with parts that only the service's own build can fill in; there they are fuzzed, with records of its own. */
    private static List<String> beyondAim(ObjectNode document) {
        var paths = new ArrayList<String>();
        document.path("paths").fieldNames().forEachRemaining(path -> {
            var part = PART.matcher(path);
            while (part.find()) {
                if (!AIMED.contains(part.group(1))) {
                    paths.add(path);
                    return;
                }
            }
        });
        return paths;
    }

    /** So many that all operations together get {@link #REQUESTS}. */
    @Override
    protected int attacksPerOperation() {
        return Math.ceilDiv(REQUESTS, operations);
    }

    @Override
    protected int attackers() {
        return 4;
    }

    @Override
    protected Optional<String> bearer(Operation operation) {
        return Optional.of("Bearer " + suite.token(caller(operation)));
    }

    /** Somebody whom the document lets in; whoever is turned away at the door tries nothing behind it. */
    private String caller(Operation operation) {
        var allowed = roles.getOrDefault(operation.method() + " " + operation.path(), Set.of());
        return HOLDERS.keySet().stream()
                .filter(allowed::contains)
                .findFirst()
                .map(HOLDERS::get)
                .orElse("ppm");
    }

    private static Map<String, Set<String>> rolesOf(JsonNode document) {
        var found = new HashMap<String, Set<String>>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var roles = new HashSet<String>();
                    method.getValue()
                            .path("security")
                            .forEach(way -> way.path("bearer").forEach(role -> roles.add(role.asText())));
                    found.put(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), roles);
                }));
        return found;
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        return Map.of(
                "id", path.startsWith("/v1/triage-policies") ? policy : initiative,
                "code",
                        path.startsWith("/v1/departments")
                                ? "DEP-FUZZ"
                                : path.startsWith("/v1/calendars") ? "FUZZ" : "FL-FUZZ",
                "sub", "a-target",
                "number", "V-FUZZ",
                "source", "finance",
                "key", "a-target");
    }

    private static void record(Door admin, String path, String body) {
        var answer = admin.with("If-None-Match", "*").put(path, Proposals.json(body));
        // In a suite that was kept it is there already.
        assertTrue(Set.of(201, 412).contains(answer.status()), answer::toString);
    }
}
