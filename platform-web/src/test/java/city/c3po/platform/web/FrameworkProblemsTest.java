package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.as;
import static city.c3po.platform.note.NoteApi.note;
import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the framework refuses comes in the same shape as what our rules refuse. */
@QuarkusTest
@WithInfra("platformtest")
class FrameworkProblemsTest {
    private static final Map<String, Object> GOOD = Map.of("title", "Good", "confidential", false);

    @Test
    void no_token_is_401_with_a_challenge() {
        problem(given().get("/v1/notes"), 401, "not-authenticated").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void no_token_is_401_even_where_nothing_is() {
        problem(given().get("/v1/nothing"), 401, "not-authenticated");
    }

    @Test
    void a_bad_token_is_401_and_named_as_the_reason() {
        for (var bad : new Tokens[] {
            Tokens.as("submitter").expired(),
            Tokens.as("submitter").foreignIssuer(),
            Tokens.as("submitter").wrongAudience(),
            Tokens.as("submitter").otherKey(),
            Tokens.as("submitter").algNone(),
            Tokens.as("submitter").notYet()
        }) {
            problem(given().header("Authorization", bad.bearer()).get("/v1/notes"), 401, "not-authenticated")
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void a_role_that_may_not_is_403() {
        problem(as("vendor").get("/v1/notes"), 403, "role-missing");
    }

    @Test
    void a_role_that_may_not_hears_nothing_of_its_body() {
        problem(as("ppm").contentType("application/json").body("{{{").post("/v1/notes"), 403, "role-missing");
    }

    @Test
    void an_unknown_path_is_404() {
        problem(submitter().get("/v1/nothing"), 404, "unknown-path");
    }

    @Test
    void an_id_that_is_none_is_404() {
        problem(submitter().get("/v1/notes/42"), 404, "not-found");
        problem(submitter().get("/v1/notes/1-1-1-1-1"), 404, "not-found");
    }

    @Test
    void an_absent_record_is_404() {
        problem(submitter().get("/v1/notes/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void an_unknown_method_is_405_and_the_known_are_named() {
        problem(submitter().delete(note("For no delete")), 405, "method-not-allowed")
                .header("Allow", "GET, HEAD, OPTIONS, PATCH, PUT");
        problem(submitter().delete("/v1/notes"), 405, "method-not-allowed").header("Allow", "GET, HEAD, OPTIONS, POST");
    }

    @Test
    void an_answer_nobody_can_give_is_406() {
        problem(submitter().accept("application/xml").get(note("For no xml")), 406, "not-acceptable");
        problem(submitter().accept("image/png").get("/v1/notes"), 406, "not-acceptable");
    }

    @Test
    void a_body_nobody_reads_is_415_and_the_readable_is_named() {
        problem(submitter().contentType("text/plain").body("hello").post("/v1/notes"), 415, "unsupported-media-type")
                .header("Accept-Post", "application/json");
        problem(
                        submitter().contentType("application/json").body("{}").patch(note("For no json patch")),
                        415,
                        "unsupported-media-type")
                .header("Accept-Patch", "application/merge-patch+json");
    }

    @Test
    void json_in_another_charset_is_415() {
        problem(
                submitter()
                        .header("Content-Type", "application/json; charset=ISO-8859-1")
                        .body("{}".getBytes())
                        .post("/v1/notes"),
                415,
                "unsupported-media-type");
    }

    @Test
    void unreadable_json_is_400_and_says_where() {
        problem(posted("{\"title\": \"x\",,}"), 400, "unreadable-body")
                .body("errors[0].code", is("not-json"))
                .body("errors[0].detail", containsString("Line 1"));
        problem(posted("{\"title\": \"x\", \"confidential\": false} trailing"), 400, "unreadable-body");
        problem(posted("{\"title\": \"x\", \"confidential\": false}{}"), 400, "unreadable-body");
    }

    @Test
    void a_member_twice_is_400() {
        problem(posted("{\"title\": \"x\", \"title\": \"y\", \"confidential\": false}"), 400, "unreadable-body")
                .body("errors[0].code", is("duplicate-member"))
                .body("errors[0].detail", containsString("title"));
    }

    @Test
    void an_unknown_member_is_400_and_named() {
        problem(posted("{\"title\": \"x\", \"cost\": {\"amount\": 1, \"colour\": 3}}"), 400, "unknown-member")
                .body("errors[0].pointer", is("/cost/colour"));
    }

    @Test
    void a_wrong_shape_is_400_with_its_pointer() {
        problem(posted("{\"title\": [1]}"), 400, "wrong-shape").body("errors[0].pointer", is("/title"));
        problem(posted("{\"title\": 42}"), 400, "wrong-shape").body("errors[0].pointer", is("/title"));
        problem(posted("{\"title\": \"x\", \"confidential\": \"yes\"}"), 400, "wrong-shape")
                .body("errors[0].pointer", is("/confidential"))
                .body("errors[0].detail", is("Expected true or false."));
        problem(posted("{\"title\": \"x\", \"cost\": {\"amount\": \"12\"}}"), 400, "wrong-shape")
                .body("errors[0].pointer", is("/cost/amount"));
        problem(posted("[]"), 400, "wrong-shape").body("errors[0].pointer", is(""));
        problem(posted("\"text\""), 400, "wrong-shape");
    }

    @Test
    void no_body_is_400() {
        problem(submitter().contentType("application/json").post("/v1/notes"), 400, "missing-body");
        problem(posted("null"), 400, "missing-body");
        problem(posted("   "), 400, "missing-body");
    }

    @Test
    void a_body_that_nests_too_deep_is_400() {
        problem(
                        submitter()
                                .header("Content-Type", "application/merge-patch+json")
                                .body(("{\"text\":" + "[".repeat(70) + "]".repeat(70) + "}")
                                        .getBytes(StandardCharsets.UTF_8))
                                .patch(note("For no nesting")),
                        400,
                        "unreadable-body")
                .body("errors[0].detail", containsString("64"));
    }

    @Test
    void a_body_that_is_not_utf_8_is_400() {
        var latin1 = new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xE9, '"', '}'};
        problem(
                        submitter()
                                .header("Content-Type", "application/json")
                                .body(latin1)
                                .post("/v1/notes"),
                        400,
                        "unreadable-body")
                .body("errors[0].code", is("not-utf-8"));
        problem(
                submitter()
                        .header("Content-Type", "application/json")
                        .body("{}".getBytes(StandardCharsets.UTF_16LE))
                        .post("/v1/notes"),
                400,
                "unreadable-body");
    }

    @Test
    void a_control_character_is_400() {
        problem(posted("{\"title\": \"a\\u0000b\"}"), 400, "wrong-shape").body("errors[0].pointer", is("/title"));
        problem(posted("{\"title\": \"a\\ud800b\"}"), 400, "wrong-shape").body("errors[0].pointer", is("/title"));
    }

    @Test
    void a_number_of_absurd_size_is_400() {
        problem(posted("{\"title\": \"x\", \"cost\": {\"amount\": 1e999999999}}"), 400, "wrong-shape")
                .body("errors[0].pointer", is("/cost/amount"));
    }

    @Test
    void a_body_over_a_mebibyte_is_413_announced_or_not() throws IOException, InterruptedException {
        var big = "{\"title\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}";
        problem(posted(big), 413, "content-too-large");
        assertEquals(413, postedInChunks(big));
    }

    @Test
    void values_that_cannot_be_right_are_422_each_named() {
        problem(
                        posted("{\"title\": \" \", \"confidential\": false, \"labels\": [\"ok\", \"\"],"
                                + " \"cost\": {\"amount\": 1, \"currency\": \"dollars\"}}"),
                        422,
                        "invalid-values")
                .body("errors.pointer", contains("/cost/currency", "/labels/1", "/title"))
                .body("errors.code", contains("pattern", "not-blank", "not-blank"));
    }

    @Test
    void a_rule_of_the_record_is_422_with_its_own_code() {
        problem(posted("{\"title\": \"SHOUT\", \"confidential\": false}"), 422, "no-shouting");
    }

    @Test
    void an_unknown_parameter_is_400_and_named() {
        problem(submitter().get("/v1/notes?stat=OPEN&limit=1"), 400, "unknown-parameter")
                .body("errors.pointer", contains("stat"));
        problem(submitter().contentType("application/json").body(GOOD).post("/v1/notes?x=1"), 400, "unknown-parameter");
    }

    @Test
    void a_parameter_that_cannot_be_read_is_400_and_named() {
        problem(submitter().get("/v1/notes?state=CLOSED"), 400, "bad-parameter")
                .body("errors[0].pointer", is("state"))
                .body("errors[0].detail", is("Expected one of OPEN, ARCHIVED."));
        problem(submitter().get("/v1/notes?on=yesterday"), 400, "bad-parameter").body("errors[0].pointer", is("on"));
        problem(submitter().get("/v1/notes?minCost=1e3"), 400, "bad-parameter")
                .body("errors[0].pointer", is("minCost"));
        problem(submitter().get("/v1/notes?count=yes"), 400, "bad-parameter").body("errors[0].pointer", is("count"));
        problem(submitter().get("/v1/notes?limit=0"), 400, "bad-parameter").body("errors[0].pointer", is("limit"));
        problem(submitter().get("/v1/notes?limit=501"), 400, "bad-parameter").body("errors[0].pointer", is("limit"));
        problem(submitter().get("/v1/notes?limit=ten"), 400, "bad-parameter").body("errors[0].pointer", is("limit"));
        problem(submitter().get("/v1/notes?limit=1&limit=2"), 400, "bad-parameter")
                .body("errors[0].code", is("repeated"));
        problem(submitter().get(note("For no time") + "?asOf=then"), 400, "bad-parameter")
                .body("errors[0].pointer", is("asOf"));
    }

    @Test
    void an_empty_parameter_is_no_missing_one() {
        problem(submitter().get("/v1/notes?state="), 400, "bad-parameter")
                .body("errors[0].pointer", is("state"))
                .body("errors[0].code", is("empty"));
        problem(submitter().get("/v1/notes?cursor"), 400, "bad-parameter");
    }

    @Test
    void a_time_that_no_city_lives_in_is_400() {
        problem(submitter().queryParam("on", "+999999999-12-31").get("/v1/notes"), 400, "bad-parameter");
        problem(submitter().queryParam("on", "1899-12-31").get("/v1/notes"), 400, "bad-parameter");
        problem(
                submitter().queryParam("asOf", "+300000-01-01T00:00:00Z").get(note("For no future")),
                400,
                "bad-parameter");
    }

    @Test
    void two_who_create_the_same_at_once_conflict() {
        note("Only once");
        problem(posted("{\"title\": \"Only once\", \"confidential\": false}"), 409, "conflict");
    }

    @Test
    void the_instance_is_the_path_and_the_trace_is_the_callers() {
        problem(
                        submitter()
                                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                                .get("/v1/notes/42"),
                        404,
                        "not-found")
                .body("instance", equalTo("/v1/notes/42"))
                .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void a_request_id_comes_back() {
        problem(submitter().header("X-Request-Id", "call-7").get("/v1/notes/42"), 404, "not-found")
                .header("X-Request-Id", "call-7")
                .body("traceId", equalTo("call-7"));
    }

    /** Without a length: the server finds out while it reads. */
    private static int postedInChunks(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/notes"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Tokens.as("submitter").bearer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Response posted(String body) {
        return submitter()
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes");
    }
}
