package city.c3po.testing.fuzz;

import city.c3po.testing.fuzz.Attack.Outcome;
import city.c3po.testing.http.Addresses;
import city.c3po.testing.http.Call;
import city.c3po.testing.openapi.ApiDocument.Parameter;
import city.c3po.testing.openapi.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be wrong with path, query and headers. */
final class ParameterAttacks {
    /** The longest stays below 4096: a longer request line never reaches the service (414). */
    private static final SortedMap<String, String> ODD_VALUES = new TreeMap<>(Map.of(
            "nothing", "",
            "SQL", "1' or '1'='1",
            "HTML", "<img src=x onerror=alert(1)>",
            "character 0", "a\u0000b",
            "3,000 characters", "a".repeat(3_000),
            "a path", "../../q/openapi",
            "emoji", "👩‍👩‍👧‍👦",
            "a minus", "-1",
            "a huge number", "99999999999999999999"));

    private final Operation operation;
    private final String baseUri;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Call call;
    private final List<Attack> attacks = new ArrayList<>();

    private ParameterAttacks(
            Operation operation, String baseUri, Map<String, String> path, Map<String, String> query, Call call) {
        this.operation = operation;
        this.baseUri = baseUri;
        this.path = path;
        this.query = query;
        this.call = call;
    }

    /** @param call a valid one, with body and token */
    static List<Attack> of(
            Operation operation, String baseUri, Map<String, String> path, Map<String, String> query, Call call) {
        var all = new ParameterAttacks(operation, baseUri, path, query, call);
        all.inPath();
        all.inQuery();
        all.inHeaders();
        return all.attacks;
    }

    private void inPath() {
        for (var parameter : operation.parameters("path")) {
            var isId = parameter.schema().path("format").asText().equals("uuid");
            ODD_VALUES.forEach((name, value) -> {
                // Without a value the path is another one, which is not this operation's to answer.
                if (!value.isEmpty()) {
                    var odd = with(path, parameter.name(), value);
                    add("%s as {%s}".formatted(name, parameter.name()), odd, query, outcome(isId));
                }
            });
            if (isId) {
                var almost = with(path, parameter.name(), "01890000-0000-7000-8000-00000000000g");
                add("almost a UUID as {" + parameter.name() + "}", almost, query, Outcome.REFUSED);
            }
        }
    }

    private void inQuery() {
        add("unknown query parameter", path, with(query, "noSuchParameter", "x"), Outcome.REFUSED);
        for (var parameter : operation.parameters("query")) {
            ODD_VALUES.forEach((name, value) -> {
                var odd = with(query, parameter.name(), value);
                add("%s as ?%s".formatted(name, parameter.name()), path, odd, Outcome.ANY);
            });
            switch (parameter.name()) {
                case "limit" -> refusedValues(parameter, "0", "-1", "501", "many", "1e3");
                case "cursor" -> refusedValues(parameter, "forged", "eyJhIjoxfQ.AAAA", "k1.e30.AAAA");
                case "asOf" -> refusedValues(parameter, "yesterday", "2026-13-01T00:00:00Z", "2026-01-01");
                default -> byType(parameter);
            }
        }
    }

    private void byType(Parameter parameter) {
        var schema = parameter.schema();
        if (schema.path("format").asText().equals("uuid")) {
            refusedValues(parameter, "not-a-uuid");
        } else if (schema.has("enum")) {
            refusedValues(parameter, "NO_SUCH_VALUE");
        } else if (schema.path("format").asText().startsWith("date")) {
            refusedValues(parameter, "tomorrow");
        }
    }

    private void inHeaders() {
        if (!operation.answers().isEmpty()) {
            attacks.add(new Attack("Accept: font/woff2", call.header("Accept", "font/woff2"), Outcome.REFUSED));
        }
        attacks.add(new Attack("Accept that is none", call.header("Accept", "nonsense"), Outcome.ANY));
        for (var name :
                List.of("If-Match", "If-None-Match", "Idempotency-Key", "traceparent", "X-Request-Id", "Prefer")) {
            for (var value : List.of("\"\"", "W/\"x\", \"y", "x".repeat(2_000), "*", "\"1.2.3\"; drop")) {
                var shown = value.length() > 20 ? value.length() + " characters" : value;
                attacks.add(new Attack(name + ": " + shown, call.header(name, value), Outcome.ANY));
            }
        }
    }

    private void refusedValues(Parameter parameter, String... values) {
        for (var value : values) {
            var bad = with(query, parameter.name(), value);
            add("?%s=%s".formatted(parameter.name(), value), path, bad, Outcome.REFUSED);
        }
    }

    private void add(String name, Map<String, String> inPath, Map<String, String> inQuery, Outcome outcome) {
        var address = baseUri + Addresses.fill(operation.path(), inPath) + Addresses.query(inQuery);
        attacks.add(
                new Attack(name, new Call(call.method(), URI.create(address), call.headers(), call.body()), outcome));
    }

    private static Outcome outcome(boolean isId) {
        return isId ? Outcome.REFUSED : Outcome.ANY;
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return changed;
    }
}
