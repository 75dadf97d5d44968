package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A reader of the feed, as a reporting job is one: it follows addresses and keeps nothing else. */
final class Job {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String bearer;

    Job(Tokens token) {
        this.bearer = token.bearer();
    }

    static Job reader() {
        return new Job(Tokens.client("reporting-job"));
    }

    static Job office() {
        return new Job(Tokens.as("ppm"));
    }

    /** An answer, with its bytes, its headers and its JSON. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String text() {
            return http.body();
        }

        JsonNode json() {
            return parse(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        List<JsonNode> items() {
            return list(json().path("items"));
        }

        /** {@code updated a 3} for each item. */
        List<String> told() {
            return items().stream().map(Job::tell).toList();
        }

        String next() {
            return json().at("/page/next").asText();
        }

        String delta() {
            return json().at("/page/delta").asText();
        }

        boolean hasMore() {
            return json().at("/page/hasMore").asBoolean();
        }
    }

    static String tell(JsonNode item) {
        return item.path("op").asText() + " " + item.at("/subject/id").asText() + " "
                + item.at("/subject/version").asText();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    private HttpRequest request(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address))
                .header("Authorization", bearer);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    Answer get(String address, String... headers) {
        try {
            return new Answer(CLIENT.send(request(address, headers), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address, e);
        }
    }

    Answer put(String address, String body, String... headers) {
        return send("PUT", address, body, headers);
    }

    Answer post(String address, String body, String... headers) {
        return send("POST", address, body, headers);
    }

    Answer delete(String address, String... headers) {
        return send("DELETE", address, "", headers);
    }

    private Answer send(String method, String address, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address))
                .header("Authorization", bearer)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address, e);
        }
    }

    /** The lines of a stream as they come; closing it ends the connection. */
    Stream<String> lines(String address, String... headers) {
        try {
            var answer = CLIENT.send(request(address, headers), HttpResponse.BodyHandlers.ofLines());
            assertEquals(200, answer.statusCode());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address, e);
        }
    }

    CompletableFuture<Answer> getLater(String address, String... headers) {
        return CLIENT.sendAsync(request(address, headers), HttpResponse.BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    /** A page that must be there. */
    Answer page(String address, String... headers) {
        var answer = get(address, headers);
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }

    /** A round: all pages from this address to its end, and where the next one begins. */
    record Round(List<Answer> pages, String delta) {
        List<JsonNode> items() {
            return pages.stream().flatMap(page -> page.items().stream()).toList();
        }

        List<String> told() {
            return items().stream().map(Job::tell).toList();
        }
    }

    Round round(String address) {
        var pages = new ArrayList<Answer>();
        var page = page(address);
        pages.add(page);
        while (page.hasMore()) {
            page = page(page.next());
            pages.add(page);
        }
        return new Round(pages, page.delta());
    }
}
