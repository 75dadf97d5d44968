package city.c3po.testing.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.fuzz.Attack.Outcome;
import city.c3po.testing.http.Addresses;
import city.c3po.testing.http.Call;
import city.c3po.testing.http.ProblemShape;
import city.c3po.testing.http.Reply;
import city.c3po.testing.openapi.ApiDocument;
import city.c3po.testing.openapi.ApiDocument.Parameter;
import city.c3po.testing.openapi.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Sends every documented operation what its schema does not foresee. The same seed sends the same requests; {@code
 * -Dc3po.fuzz.seed} and {@code -Dc3po.fuzz.count} ask for others and for more.
 */
public abstract class DocumentFuzzer {
    private static final long SEED = Long.getLong("c3po.fuzz.seed", 20_260_302L);
    private static final int COUNT = Integer.getInteger("c3po.fuzz.count", 40);
    private static final int SHOWN = 40;

    /** {@code Bearer …} of somebody who may call the operation; empty for anonymous operations. */
    protected abstract Optional<String> bearer(Operation operation);

    /** Values of the operation's path parameters: ids of records that exist. */
    protected abstract Map<String, String> pathParameters(Operation operation);

    /** Replaces the document's example, where an example cannot be valid everywhere (it names a record, say). */
    protected Optional<JsonNode> body(Operation operation) {
        return operation.sample();
    }

    /** Sent with every attack; an If-Match of the present version leads attacks on changes past 428. */
    protected Map<String, String> headers(Operation operation) {
        return Map.of();
    }

    protected String baseUri() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    protected String document() {
        return Call.of("GET", baseUri() + "/q/openapi?format=json").send().body();
    }

    protected int attacksPerOperation() {
        return COUNT;
    }

    /** How many send at once. */
    protected int attackers() {
        return 1;
    }

    @Test
    void whatever_is_sent_is_answered_as_documented() {
        var operations = ApiDocument.parse(document()).operations();
        assertFalse(operations.isEmpty(), "the document has no operation");
        var before = readEverything(operations);
        assertTrue(before.containsValue(200), () -> "no GET answers 200, so nothing would be learnt: " + before);

        // By operation and fault: one attack that shows it is enough.
        var findings = new ConcurrentSkipListMap<String, List<String>>();
        var sent = new AtomicInteger();
        try (var attackers = Executors.newFixedThreadPool(attackers())) {
            operations.forEach(operation -> attackers.submit(() -> attack(operation, findings, sent)));
        }
        System.out.printf("fuzzed %d operations with %d requests, seed %d%n", operations.size(), sent.get(), SEED);
        assertTrue(findings.isEmpty(), () -> findings.size() + " findings with seed " + SEED + ":\n" + told(findings));
        assertEquals(before, readEverything(operations), "what could be read before can be read no more");
    }

    private void attack(Operation operation, Map<String, List<String>> findings, AtomicInteger sent) {
        try {
            for (var attack : attacks(operation)) {
                var reply = attack.call().send();
                sent.incrementAndGet();
                for (var fault : faults(operation, attack, reply)) {
                    findings.computeIfAbsent(
                                    operation + ": " + fault, any -> Collections.synchronizedList(new ArrayList<>()))
                            .add("%s answered %d%n    %s"
                                    .formatted(
                                            attack.name(),
                                            reply.status(),
                                            attack.call().curl()));
                }
            }
        } catch (RuntimeException | AssertionError broken) {
            findings.put(operation + ": cannot be attacked", List.of(broken.toString()));
        }
    }

    private static String told(Map<String, List<String>> findings) {
        return findings.entrySet().stream()
                .limit(SHOWN)
                .map(finding -> "%s (%d times)%n  %s"
                        .formatted(
                                finding.getKey(),
                                finding.getValue().size(),
                                finding.getValue().getFirst()))
                .collect(Collectors.joining("\n"));
    }

    private List<Attack> attacks(Operation operation) {
        var path = pathParameters(operation);
        var query = operation.parameters("query").stream()
                .filter(Parameter::required)
                .collect(Collectors.toMap(Parameter::name, Parameter::sample));
        var call = call(operation, path, query);
        var attacks = new ArrayList<Attack>();
        var sample = body(operation);
        if (sample.isPresent() && operation.mediaType().isPresent()) {
            var mediaType = operation.mediaType().get();
            attacks.addAll(BodyAttacks.of(call, mediaType, sample.get()));
            call = call.body(mediaType, sample.get().toString());
        }
        attacks.addAll(ParameterAttacks.of(operation, baseUri(), path, query, call));
        var chance = new Random(SEED ^ operation.toString().hashCode());
        Collections.shuffle(attacks, chance);
        var planned = attacks.subList(0, Math.min(attacksPerOperation(), attacks.size()));
        var json = sample.filter(body -> operation.mediaType().orElse("").endsWith("json"));
        planned.addAll(new RandomAttacks(operation, baseUri(), path, query, call, json, chance)
                .take(attacksPerOperation() - planned.size()));
        return planned;
    }

    private Call call(Operation operation, Map<String, String> path, Map<String, String> query) {
        var call = Call.of(
                operation.method(), baseUri() + Addresses.fill(operation.path(), path) + Addresses.query(query));
        for (var header : headers(operation).entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        var bearer = bearer(operation);
        return bearer.isPresent() ? call.header("Authorization", bearer.get()) : call;
    }

    private Map<String, Integer> readEverything(List<Operation> operations) {
        var statuses = new LinkedHashMap<String, Integer>();
        operations.stream().filter(Operation::isSafe).forEach(operation -> {
            var query = operation.parameters("query").stream()
                    .filter(Parameter::required)
                    .collect(Collectors.toMap(Parameter::name, Parameter::sample));
            statuses.put(
                    operation.toString(),
                    call(operation, pathParameters(operation), query).send().status());
        });
        return statuses;
    }

    private static List<String> faults(Operation operation, Attack attack, Reply reply) {
        if (reply.status() == 0) {
            return attack.outcome() == Outcome.CUT_OFF ? List.of() : List.of("no answer: " + reply.body());
        }
        var faults = new ArrayList<String>();
        if (reply.status() >= 500) {
            faults.add("the service broke");
        }
        if (!operation.documents(reply.status())) {
            faults.add("the document names " + operation.statuses() + ", not " + reply.status());
        }
        if (reply.status() >= 400) {
            faults.addAll(ProblemShape.faults(reply));
        } else if (attack.outcome() != Outcome.ANY) {
            faults.add("nonsense was accepted");
        }
        return faults;
    }
}
