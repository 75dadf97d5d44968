package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.rest.Api.Made;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was recorded when, by whom, and whether anybody changed it afterwards. */
record TimeTravel(Api api) implements Subject {
    @Override
    public String name() {
        return "time travel";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("before its creation a record is 404", () -> {
                    var made = api.make();
                    var before = recordedAt(made, 0).minus(Duration.ofMillis(1));
                    Expect.problem(404, asOf(made, before));
                }),
                check("as of an instant a record is as it was", () -> {
                    var made = api.make();
                    var edited = api.patch(made, made.tag(), api.freshTitle());
                    assertEquals(200, edited.statusCode(), edited.asString());
                    assertEquals(made.title(), title(asOf(made, recordedAt(made, 0))));
                    var entries = history(made).getList("items").size();
                    assertEquals(title(edited), title(asOf(made, recordedAt(made, entries - 1))));
                }),
                check("the past has neither ETag nor allowedActions", () -> {
                    var made = api.make();
                    var past = asOf(made, recordedAt(made, 0));
                    assertEquals(200, past.statusCode(), past.asString());
                    assertNull(past.header("ETag"));
                    assertFalse(past.jsonPath().getMap("").containsKey("allowedActions"), past.asString());
                }),
                check(
                        "the past of nothing is 404",
                        () -> Expect.problem(
                                404,
                                api.creator()
                                        .queryParam("asOf", "2026-01-01T00:00:00Z")
                                        .get(api.list() + "/01890000-0000-7000-8000-00000000dead"))),
                check("history names who did what, and what it changed", () -> {
                    var made = api.make();
                    var edited = api.patch(made, made.tag(), api.freshTitle());
                    var history = history(made);
                    var last = history.getList("items").size() - 1;
                    assertEquals(Api.version(Api.tag(edited)), history.getLong("items[" + last + "].version"));
                    for (var member : List.of("action", "by", "recordedAt", "hash")) {
                        assertFalse(history.getList("items." + member).contains(null), "no " + member);
                    }
                    assertTrue(
                            history.getString("items[" + last + "].changes").contains(made.title()),
                            "the change does not tell the former title");
                }),
                check("versions in history have no gap", () -> {
                    var made = api.make();
                    api.patch(made, made.tag(), api.freshTitle());
                    List<Integer> versions = history(made).getList("items.version");
                    for (var i = 0; i < versions.size(); i++) {
                        assertEquals(i + 1, versions.get(i));
                    }
                }),
                check("an untouched history verifies", () -> {
                    var made = api.make();
                    api.patch(made, made.tag(), api.freshTitle());
                    var verification = api.creator().get(api.url(made.path() + "/history/verify"));
                    assertEquals(200, verification.statusCode(), verification.asString());
                    assertTrue(verification.jsonPath().getBoolean("verified"), verification.asString());
                }),
                check("the history of nothing is 404", () -> {
                    var nothing = api.list() + "/01890000-0000-7000-8000-00000000dead/history";
                    Expect.problem(404, api.creator().get(nothing));
                    Expect.problem(404, api.creator().get(nothing + "/verify"));
                }));
    }

    private JsonPath history(Made made) {
        var answer = api.creator().get(api.url(made.path() + "/history"));
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private Instant recordedAt(Made made, int entry) {
        return Instant.parse(history(made).getString("items[" + entry + "].recordedAt"));
    }

    private Response asOf(Made made, Instant instant) {
        return api.creator().queryParam("asOf", instant.toString()).get(api.url(made.path()));
    }

    private String title(Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath().getString(api.kind().titleMember());
    }
}
