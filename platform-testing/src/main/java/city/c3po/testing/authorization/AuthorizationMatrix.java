package city.c3po.testing.authorization;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Tokens;
import city.c3po.testing.Workspace;
import city.c3po.testing.http.Addresses;
import city.c3po.testing.http.Call;
import city.c3po.testing.openapi.ApiDocument;
import city.c3po.testing.openapi.ApiDocument.Parameter;
import city.c3po.testing.openapi.Operation;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Calls every documented operation once as every {@link Caller} and compares what happens with the committed matrix.
 *
 * <p>Only 401, 403 and 404 matter, so calls need no perfect state. Changes go out without If-Match: a caller who may do
 * this on that record gets as far as 428 and changes nothing. A body must be valid though, because values are checked
 * before records are: the document's example is used, and a 400 or 422 on it fails the test.
 */
public abstract class AuthorizationMatrix {
    /** Of the service: names its rows. */
    protected abstract String key();

    /**
     * Values of the operation's path parameters: ids of records that exist, belong to department {@code DEP-PW} and, where
     * they have one, to source {@code finance}, vendor {@code V-1001} and the body of the auditors or clerks. Called
     * before each call, so that it may make a fresh record.
     */
    protected abstract Map<String, String> pathParameters(Operation operation);

    /** Replaces the document's example, where an example cannot be valid everywhere (it names a record, say). */
    protected Optional<String> body(Operation operation) {
        return Optional.empty();
    }

    protected String baseUri() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    protected String document() {
        return Call.of("GET", baseUri() + "/q/openapi?format=json").send().body();
    }

    Path file() {
        return Workspace.root().resolve("docs/authorization-matrix.csv");
    }

    boolean updates() {
        return Workspace.updates();
    }

    @Test
    void every_operation_answers_every_role_as_the_matrix_says() throws IOException {
        var operations = ApiDocument.parse(document()).operations();
        assertFalse(operations.isEmpty(), "the document has no operation");
        // Signing takes longer than calling.
        var tokens = new LinkedHashMap<Caller, Optional<String>>();
        Caller.all().forEach(caller -> tokens.put(caller, caller.token().map(Tokens::bearer)));
        var faults = new ArrayList<String>();
        var found = new TreeMap<String, Map<String, String>>();
        for (var operation : operations) {
            found.put(
                    MatrixFile.row(key(), operation.method(), operation.path()),
                    callAsEverybody(operation, tokens, faults));
        }
        assertTrue(faults.isEmpty(), () -> "no verdict:\n" + String.join("\n", faults));

        var matrix = new MatrixFile(file());
        if (updates()) {
            matrix.write(key(), found, Caller.all().stream().map(Caller::column).toList());
        } else {
            var differences = differences(matrix.rowsOf(key()), found);
            assertTrue(
                    differences.isEmpty(),
                    () -> file() + " and the service differ:\n"
                            + String.join("\n", differences)
                            + "\nIf the change is meant, run the same test with -Dc3po.update=true and commit the file.");
        }
    }

    private Map<String, String> callAsEverybody(
            Operation operation, Map<Caller, Optional<String>> tokens, List<String> faults) {
        var cells = new LinkedHashMap<String, String>();
        tokens.forEach((caller, token) -> {
            var call = callOf(operation, token);
            var reply = call.send();
            var verdict = Verdict.of(reply);
            switch (verdict) {
                case ALLOWED, ROLE, RECORD, LOGIN -> cells.put(caller.column(), verdict.cell());
                case UNREACHED, BROKEN ->
                    faults.add("%s as %s: %d %s%n  %s"
                            .formatted(operation, caller.column(), reply.status(), reply.body(), call.curl()));
            }
        });
        return cells;
    }

    private Call callOf(Operation operation, Optional<String> token) {
        var query = operation.parameters("query").stream()
                .filter(Parameter::required)
                .collect(Collectors.toMap(Parameter::name, Parameter::sample));
        var call = Call.of(
                operation.method(),
                baseUri() + Addresses.fill(operation.path(), pathParameters(operation)) + Addresses.query(query));
        if (token.isPresent()) {
            call = call.header("Authorization", token.get());
        }
        var mediaType = operation.mediaType();
        if (mediaType.isPresent()) {
            var body = body(operation)
                    .or(() -> operation.sample().map(Object::toString))
                    .orElse("{}");
            call = call.body(mediaType.get(), body);
        }
        return call;
    }

    private static List<String> differences(
            SortedMap<String, Map<String, String>> committed, SortedMap<String, Map<String, String>> found) {
        var differences = new ArrayList<String>();
        found.forEach((row, cells) -> {
            var expected = committed.get(row);
            if (expected == null) {
                differences.add("  " + row + ": not in the matrix");
            } else {
                cells.forEach((column, cell) -> {
                    if (!cell.equals(expected.get(column))) {
                        differences.add(
                                "  %s as %s: matrix %s, service %s".formatted(row, column, expected.get(column), cell));
                    }
                });
            }
        });
        committed.keySet().stream()
                .filter(row -> !found.containsKey(row))
                .forEach(row -> differences.add("  " + row + ": no longer documented"));
        return differences;
    }
}
