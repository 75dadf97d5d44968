package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One record: where it is, what it looks like, what may be kept of it. */
record Reading(Api api) implements Subject {
    @Override
    public String name() {
        return "reading";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("a new record is where its Location says", () -> {
                    var made = api.make();
                    assertTrue(made.path().startsWith(api.kind().path() + "/"), made.path());
                    assertEquals(
                            made.answer().jsonPath().getMap(""),
                            api.read(made).jsonPath().getMap(""));
                    assertEquals(made.tag(), Api.tag(api.read(made)));
                }),
                check("an ETag is version and hash in quotes", () -> {
                    var tag = api.make().tag();
                    assertTrue(tag.matches("\"\\d+\\.[^\"]+\""), tag);
                }),
                check(
                        "a record may be kept privately and is asked for again",
                        () -> api.read(api.make())
                                .then()
                                .header("Cache-Control", containsString("private"))
                                .header("Cache-Control", containsString("no-cache"))),
                check("a record that is known already is 304 without a body", () -> {
                    var made = api.make();
                    api.creator()
                            .header("If-None-Match", made.tag())
                            .get(api.url(made.path()))
                            .then()
                            .statusCode(304)
                            .header("ETag", made.tag())
                            .body(emptyString());
                }),
                check("a record that is known in another version is sent", () -> {
                    var made = api.make();
                    api.creator()
                            .header("If-None-Match", "\"0.0\"")
                            .get(api.url(made.path()))
                            .then()
                            .statusCode(200);
                }),
                check(
                        "a record says what its reader may do now",
                        () -> api.read(api.make())
                                .then()
                                .body(
                                        "allowedActions",
                                        hasItem(api.kind().transition().verb()))),
                check(
                        "an id of nothing is 404",
                        () -> Expect.problem(404, api.creator().get(api.list() + "/" + unknownId()))),
                check(
                        "an id that is none is 404 or 400",
                        () -> Expect.problem(Set.of(404, 400), api.creator().get(api.list() + "/not-an-id"))),
                check(
                        "an unknown path is 404",
                        () -> Expect.problem(404, api.creator().get(api.url("/v1/no-such-things")))),
                check("a method that the path does not know is 405 and names those it knows", () -> {
                    var refused = api.creator().contentType(Api.JSON).body("{}").put(api.list());
                    Expect.problem(405, refused);
                    var allowed = String.join(",", refused.headers().getValues("Allow"));
                    assertTrue(allowed.contains("GET") && allowed.contains("POST"), "Allow: " + allowed);
                }),
                check("a media type that nobody speaks is 406", () -> {
                    Expect.problem(
                            406,
                            api.creator()
                                    .accept("application/xml")
                                    .get(api.url(api.make().path())));
                    Expect.problem(406, api.creator().accept("application/pdf").get(api.list()));
                }),
                check("a request id is given back, on refusals too", () -> {
                    var id = "conformance-" + UUID.randomUUID();
                    var good = api.creator().header("X-Request-Id", id).get(api.list());
                    assertEquals(id, good.header("X-Request-Id"));
                    var bad = api.creator().header("X-Request-Id", id).get(api.list() + "/" + unknownId());
                    assertEquals(id, bad.header("X-Request-Id"));
                }),
                check(
                        "a request without id gets one",
                        () -> assertNotNull(api.creator().get(api.list()).header("X-Request-Id"))));
    }

    private static String unknownId() {
        return "01890000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24);
    }
}
