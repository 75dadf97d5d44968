package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A client that lost the answer asks again, and gets the answer, not a second record. */
record Idempotency(Api api) implements Subject {
    private static final int AT_ONCE = 6;

    @Override
    public String name() {
        return "idempotency";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("the same request again is the same answer and one record", () -> {
                    var key = UUID.randomUUID().toString();
                    var title = api.freshTitle();
                    var body = api.kind().newBody(title);
                    var first = create(key, body);
                    var again = create(key, body);
                    assertEquals(201, first.statusCode(), first.asString());
                    assertSame(first, again);
                    assertEquals(1, api.named(title));
                }),
                check("the same answer is given after the record has changed", () -> {
                    var key = UUID.randomUUID().toString();
                    var body = api.newBody();
                    var first = create(key, body);
                    var made = new Api.Made(URI.create(first.header("Location")).getPath(), "", "", first);
                    api.patch(made, Api.tag(first), api.freshTitle());
                    assertSame(first, create(key, body));
                }),
                check("the same key with another body is 422 and creates nothing", () -> {
                    var key = UUID.randomUUID().toString();
                    create(key, api.newBody());
                    var title = api.freshTitle();
                    Expect.problem(422, create(key, api.kind().newBody(title)));
                    assertEquals(0, api.named(title));
                }),
                check("a refusal is not kept", () -> {
                    var key = UUID.randomUUID().toString();
                    Expect.problem(422, create(key, api.kind().invalid().body()));
                    assertEquals(201, create(key, api.newBody()).statusCode());
                }),
                check("another key is another request", () -> {
                    var first = create(UUID.randomUUID().toString(), api.newBody());
                    var second = create(UUID.randomUUID().toString(), api.newBody());
                    assertEquals(201, second.statusCode(), second.asString());
                    assertNotEquals(first.header("Location"), second.header("Location"));
                }),
                check("a key is known to its path only, and a transition honours it too", () -> {
                    var key = UUID.randomUUID().toString();
                    var first = create(key, api.newBody());
                    var path = URI.create(first.header("Location")).getPath();
                    var moved = move(key, path, Api.tag(first));
                    assertEquals(200, moved.statusCode(), moved.asString());
                    // The ETag is stale by now; a replay does not look at it.
                    assertSame(moved, move(key, path, Api.tag(first)));
                }),
                check("the same request many times at once is one record", this::atOnce),
                check("a key that is none is 400", () -> {
                    Expect.problem(400, create("x".repeat(1_000), api.newBody()));
                    Expect.problem(400, create(" ", api.newBody()));
                }));
    }

    private void atOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var title = api.freshTitle();
        var body = api.kind().newBody(title);
        try (var clients = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> clients.submit(() -> create(key, body)))
                    .toList();
            var created = 0;
            for (Future<Response> pending : answers) {
                var answer = pending.get();
                if (answer.statusCode() == 201) {
                    created++;
                } else {
                    Expect.problem(409, answer);
                    assertNotNull(answer.header("Retry-After"), "no Retry-After");
                }
            }
            assertTrue(created > 0, "nobody was answered");
        }
        assertEquals(1, api.named(title));
    }

    private Response create(String key, String body) {
        return api.creator()
                .header("Idempotency-Key", key)
                .contentType(Api.JSON)
                .body(body)
                .post(api.list());
    }

    private Response move(String key, String path, String tag) {
        var transition = api.kind().transition();
        var request = api.creator().header("Idempotency-Key", key).header("If-Match", tag);
        if (transition.body().isPresent()) {
            request = request.contentType(Api.JSON).body(transition.body().get());
        }
        return request.post(api.url(path + "/" + transition.verb()));
    }

    private static void assertSame(Response first, Response again) {
        assertEquals(first.statusCode(), again.statusCode(), again.asString());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.header("Location"), again.header("Location"));
    }
}
