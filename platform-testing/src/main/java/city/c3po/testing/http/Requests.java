package city.c3po.testing.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Requests to the service under test, as the people and systems of the local realm send them. */
public final class Requests {
    private static final RestAssuredConfig PLAIN_TYPES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    public static RequestSpecification as(Tokens by) {
        return given().config(PLAIN_TYPES).header("Authorization", by.bearer()).urlEncodingEnabled(false);
    }

    public static Response get(Tokens by, String path) {
        return as(by).get(pathOf(path));
    }

    public static Response post(Tokens by, String path, String body) {
        return as(by).contentType("application/json").body(body).post(pathOf(path));
    }

    /** A verb without a body, on the version last seen. */
    public static Response verb(Tokens by, Response seen, String verb) {
        return as(by).header("If-Match", seen.header("ETag")).post(hrefOf(seen) + "/" + verb);
    }

    public static Response verb(Tokens by, Response seen, String verb, String body) {
        return verbAt(by, seen, hrefOf(seen) + "/" + verb, body);
    }

    /** A verb on a path of its own, on the version last seen. */
    public static Response verbAt(Tokens by, Response seen, String path, String body) {
        return as(by).header("If-Match", seen.header("ETag"))
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public static Response patch(Tokens by, Response seen, String body) {
        return as(by).header("If-Match", seen.header("ETag"))
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(hrefOf(seen));
    }

    /** Says that there is none yet. */
    public static Response create(Tokens by, String path, String body) {
        return as(by).header("If-None-Match", "*")
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    /** @param tag null to say nothing of what was seen */
    public static Response put(Tokens by, String path, @Nullable String tag, String body) {
        var request = as(by).contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).put(path);
    }

    public static Response expect(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer.asString());
        return answer;
    }

    /** The refusal's code. */
    public static String refused(int status, Response answer) {
        return text(expect(status, answer), "code");
    }

    public static String hrefOf(Response seen) {
        return text(seen, "href");
    }

    /** A member of the answer. A path of REST Assured says the same, but compiles a script for it each time. */
    public static String text(Response seen, String member) {
        try {
            return JSON.readTree(seen.asString()).path(member).asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(seen.asString(), e);
        }
    }

    private static String pathOf(String address) {
        return address.startsWith("http") ? URI.create(address).getPath() : address;
    }
}
