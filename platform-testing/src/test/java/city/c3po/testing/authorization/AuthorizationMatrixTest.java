package city.c3po.testing.authorization;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.People;
import city.c3po.testing.http.LittleServer;
import city.c3po.testing.http.LittleServer.Request;
import city.c3po.testing.http.LittleServer.Response;
import city.c3po.testing.openapi.Operation;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizationMatrixTest {
    private static final String CREATE = """
            "post": {"requestBody": {"content": {"application/json": {"example": {"title": "Fiber"}}}}}""";
    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {
              "/v1/things": {%s},
              "/v1/things/{id}": {"get": {"parameters": [{"name": "id", "in": "path"}]}},
              "/public/dashboard": {"get": {}}}}""".formatted(CREATE);

    @TempDir
    Path folder;

    private LittleServer server;
    private String document = DOCUMENT;
    private Set<String> readers = Set.of("submitter", "portfolio-manager", "auditor");

    @BeforeEach
    void aServiceAndItsMatrix() throws IOException {
        server = LittleServer.start(this::answer);
        matrix(true).every_operation_answers_every_role_as_the_matrix_says();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_matrix_has_a_row_per_operation_and_a_column_per_caller() throws IOException {
        var lines = Files.readAllLines(folder.resolve("matrix.csv"));
        assertEquals(4, lines.size());
        assertEquals(3 + Caller.all().size(), lines.getFirst().split(",").length);
        assertEquals("allowed", cell("GET", "/v1/things/{id}", "auditor:own"));
        assertEquals("record", cell("GET", "/v1/things/{id}", "auditor:other"));
        assertEquals("role", cell("GET", "/v1/things/{id}", "vendor:own"));
        assertEquals("role", cell("POST", "/v1/things", "resident"));
        assertEquals("login", cell("POST", "/v1/things", "anonymous"));
        assertEquals("allowed", cell("GET", "/public/dashboard", "anonymous"));
    }

    @Test
    void the_same_service_passes() {
        assertDoesNotThrow(() -> matrix(false).every_operation_answers_every_role_as_the_matrix_says());
    }

    @Test
    void rows_of_other_services_are_kept() throws IOException {
        new MatrixFile(folder.resolve("matrix.csv"))
                .write(
                        "other",
                        new java.util.TreeMap<>(Map.of("other,GET,/v1/x", Map.of("anonymous", "login"))),
                        columns());
        matrix(true).every_operation_answers_every_role_as_the_matrix_says();
        assertTrue(Files.readString(folder.resolve("matrix.csv")).contains("other,GET,/v1/x,"));
        assertEquals(5, Files.readAllLines(folder.resolve("matrix.csv")).size());
    }

    @Test
    void a_role_that_may_more_than_before_is_named() {
        readers = Set.of("submitter", "portfolio-manager", "auditor", "vendor");
        var refused = refused();
        assertTrue(refused.contains("GET,/v1/things/{id} as vendor:own: matrix role, service allowed"), refused);
    }

    @Test
    void a_role_that_may_less_than_before_is_named() {
        readers = Set.of("submitter");
        var refused = refused();
        assertTrue(refused.contains("GET,/v1/things/{id} as auditor:own: matrix allowed, service role"), refused);
    }

    @Test
    void an_operation_that_is_not_in_the_matrix_fails() {
        document = DOCUMENT.replace(
                "\"/public/dashboard\"", "\"/v1/things/{id}/submit\": {\"post\": {}}, \"/public/dashboard\"");
        assertTrue(refused().contains("/v1/things/{id}/submit: not in the matrix"));
    }

    @Test
    void a_row_without_operation_fails() {
        document = DOCUMENT.replace(CREATE, "");
        assertTrue(refused().contains("POST,/v1/things: no longer documented"));
    }

    @Test
    void an_example_that_the_service_refuses_fails() {
        document = DOCUMENT.replace("title", "titel");
        assertTrue(refused().startsWith("no verdict"));
    }

    private Response answer(Request request) {
        if (request.path().equals("/q/openapi")) {
            return Response.json(200, document);
        }
        if (request.path().startsWith("/public/")) {
            return Response.json(200, "{}");
        }
        var token = request.header("Authorization");
        if (token.isEmpty()) {
            return Response.problem(401, "not-authenticated");
        }
        var allowed = request.method().equals("POST") ? Set.of("submitter") : readers;
        if (roles(token).stream().noneMatch(allowed::contains)) {
            return Response.problem(403, "role-missing");
        }
        if (request.method().equals("POST")) {
            return !request.path().equals("/v1/things") || request.body().contains("\"title\"")
                    ? Response.json(201, "{}")
                    : Response.problem(400, "unknown-member");
        }
        return departments(token).contains(People.PUBLIC_WORKS)
                ? Response.json(200, "{}")
                : Response.problem(404, "not-found");
    }

    private static List<?> roles(String bearer) {
        return (List<?>) ((Map<?, ?>) claim(bearer, "realm_access")).get("roles");
    }

    private static List<?> departments(String bearer) {
        return claim(bearer, "departments") instanceof List<?> codes ? codes : List.of();
    }

    private static Object claim(String bearer, String name) {
        try {
            return JWTParser.parse(bearer.substring("Bearer ".length()))
                    .getJWTClaimsSet()
                    .getClaim(name);
        } catch (ParseException e) {
            throw new IllegalArgumentException(bearer, e);
        }
    }

    private String refused() {
        var message = assertThrows(
                        AssertionError.class,
                        () -> matrix(false).every_operation_answers_every_role_as_the_matrix_says())
                .getMessage();
        assertFalse(message.isBlank());
        return message;
    }

    private String cell(String method, String path, String column) throws IOException {
        var rows = new MatrixFile(folder.resolve("matrix.csv")).rowsOf("little");
        return rows.get(MatrixFile.row("little", method, path)).get(column);
    }

    private static List<String> columns() {
        return Caller.all().stream().map(Caller::column).toList();
    }

    private AuthorizationMatrix matrix(boolean updates) {
        return new AuthorizationMatrix() {
            @Override
            protected String key() {
                return "little";
            }

            @Override
            protected Map<String, String> pathParameters(Operation operation) {
                return Map.of("id", "1");
            }

            @Override
            protected String baseUri() {
                return server.baseUri();
            }

            @Override
            Path file() {
                return folder.resolve("matrix.csv");
            }

            @Override
            boolean updates() {
                return updates;
            }
        };
    }
}
