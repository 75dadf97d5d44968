package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.http.Call;
import city.c3po.testing.http.ProblemShape;
import city.c3po.testing.http.Reply;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a service reads, and what it does with the rest. */
record Bodies(Api api) implements Subject {
    private static final int ABOVE_ONE_MIB = 1_100_000;

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("JSON that breaks off is 400", () -> {
                    var body = api.newBody();
                    Expect.problem(400, create(body.substring(0, body.length() / 2)));
                }),
                check("JSON with something behind it is 400", () -> Expect.problem(400, create(api.newBody() + "]"))),
                check("no JSON is 400", () -> Expect.problem(400, create("title=Fiber"))),
                check("no body is 400", () -> Expect.problem(400, create(""))),
                check("a list instead of an object is 400", () -> Expect.problem(400, create("[]"))),
                check("null is 400", () -> Expect.problem(400, create("null"))),
                check("NaN is 400", () -> Expect.problem(400, create(withMember("noSuchMember", "NaN")))),
                check("bytes that are no UTF-8 are 400", () -> {
                    var body = withMember("noSuchMember", "\"\u00e4\"").getBytes(StandardCharsets.ISO_8859_1);
                    Expect.problem(
                            400, api.creator().contentType(Api.JSON).body(body).post(api.list()));
                }),
                check("an unknown member is 400 and named", () -> {
                    Expect.problemAt(400, Set.of("/noSuchMember"), create(withMember("noSuchMember", "1")));
                }),
                check("an unknown member of a patch is 400 and named", () -> {
                    var made = api.make();
                    var refused = api.creator()
                            .contentType(Api.MERGE_PATCH)
                            .header("If-Match", made.tag())
                            .body("{\"noSuchMember\": 1}")
                            .patch(api.url(made.path()));
                    Expect.problemAt(400, Set.of("/noSuchMember"), refused);
                    assertEquals(made.tag(), Api.tag(api.read(made)));
                }),
                check("a value of the wrong type is 400 and named", () -> {
                    var title = api.kind().titleMember();
                    var body =
                            api.newBody().replaceFirst("\"" + title + "\"\\s*:\\s*\"[^\"]*\"", "\"" + title + "\": {}");
                    Expect.problemAt(400, Set.of("/" + title), create(body));
                }),
                check("values that cannot be right are 422, each of them named", () -> {
                    var invalid = api.kind().invalid();
                    Expect.problemAt(422, invalid.pointers(), create(invalid.body()));
                }),
                check("a refused creation leaves nothing behind", () -> {
                    var title = api.freshTitle();
                    var body = api.kind().newBody(title);
                    Expect.problem(400, create(body.substring(0, body.lastIndexOf('}')) + ", \"noSuchMember\": 1}"));
                    assertEquals(0, api.named(title));
                }),
                check(
                        "nesting above 64 is 400",
                        () -> Expect.problem(400, create(withMember("noSuchMember", "[".repeat(70) + "]".repeat(70))))),
                check("nesting of 20,000 is 400", () -> Expect.problem(400, create("[".repeat(20_000)))),
                check("a body above 1 MiB is 413", this::tooLarge),
                check("another media type than JSON is 415", () -> {
                    for (var type : List.of("text/plain", "application/xml")) {
                        Expect.problem(
                                415,
                                api.creator()
                                        .contentType(type)
                                        .body(api.newBody())
                                        .post(api.list()));
                    }
                }),
                check("a patch that is no merge-patch is 415 and names what is read", () -> {
                    var made = api.make();
                    var refused = api.creator()
                            .contentType(Api.JSON)
                            .header("If-Match", made.tag())
                            .body(api.patchBody("New"))
                            .patch(api.url(made.path()));
                    Expect.problem(415, refused);
                    assertNotNull(refused.header("Accept-Patch"), "no Accept-Patch");
                    assertTrue(refused.header("Accept-Patch").contains(Api.MERGE_PATCH));
                }));
    }

    private Response create(String body) {
        return api.creator().contentType(Api.JSON).body(body).post(api.list());
    }

    /** As if a client sent a member we do not have. */
    private String withMember(String name, String value) {
        var body = api.newBody();
        return body.substring(0, body.lastIndexOf('}')) + ", \"" + name + "\": " + value + "}";
    }

    /** A server may answer before it has read everything, and some clients then lose the answer: tried a few times. */
    private void tooLarge() {
        var call = Call.of("POST", api.list())
                .header("Authorization", "Bearer " + api.kind().creator())
                .body(Api.JSON, withMember("noSuchMember", "\"" + "a".repeat(ABOVE_ONE_MIB) + "\""));
        var answered = Stream.generate(call::send)
                .limit(5)
                .filter(reply -> reply.status() != 0)
                .findFirst();
        assertEquals(
                413,
                answered.map(Reply::status).orElse(0),
                () -> answered.map(Reply::body).orElse("no answer"));
        assertEquals(List.of(), ProblemShape.faults(answered.orElseThrow()));
    }
}
