package city.c3po.inventory.imports;

import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static io.restassured.RestAssured.given;

import city.c3po.inventory.Http;
import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Files as systems send them, and waiting until they are dealt with. */
public final class Feeds {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Set<String> AT_REST = Set.of("PLANNED", "QUARANTINED", "APPLIED", "REJECTED", "FAILED");
    private static final RestAssuredConfig AS_TOLD = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Feeds() {}

    /** A source of a test's own, and whoever feeds it. */
    public static String source(String settings) {
        var code = "feed-" + Long.toString(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), 36);
        expect(
                201,
                Requests.create(
                        Http.ADMIN,
                        "/v1/sources/" + code,
                        "{\"name\": \"Feed\", \"cadenceHours\": 24%s}".formatted(settings)));
        return code;
    }

    public static Tokens feeder(String source) {
        return Http.DISCOVERY.sources(source);
    }

    public static Response send(String source, String query, String type, byte[] body) {
        return send(feeder(source), source, query, type, body);
    }

    public static Response send(Tokens by, String source, String query, String type, byte[] body) {
        return given().config(AS_TOLD)
                .header("Authorization", by.bearer())
                .urlEncodingEnabled(false)
                .contentType(type)
                .body(body)
                .post("/v1/imports?source=" + source + query);
    }

    public static Response csv(String source, String query, String text) {
        return send(source, query, "text/csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Sends and waits until it rests. */
    public static Response done(String source, String query, String text) {
        return atRest(expect(201, csv(source, query, text)));
    }

    public static Response atRest(Response sent) {
        var path = sent.jsonPath().getString("href");
        long until = System.nanoTime() + BOUND.toNanos();
        while (true) {
            var now = expect(200, get(Http.PPM, path));
            if (AT_REST.contains(now.jsonPath().getString("state"))) {
                return now;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not at rest within " + BOUND + ": " + now.asString());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** Of a source that was withdrawn or reinstated: as soon as all its assets are weighed anew. */
    public static Response reconsidered(String source) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (true) {
            var now = expect(200, get(Http.ADMIN, "/v1/sources/" + source));
            if (now.jsonPath().get("reconsideringSince") == null) {
                return now;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not weighed anew within " + BOUND + ": " + now.asString());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    public static Response rows(Response one, String query) {
        return expect(200, get(Http.PPM, one.jsonPath().getString("href") + "/rows" + query));
    }
}
