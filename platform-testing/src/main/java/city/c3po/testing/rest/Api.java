package city.c3po.testing.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The resource under test, with the requests that most checks begin with. */
record Api(RestConformance kind) {
    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int MOST_PAGES = 5_000;

    /** Bodies go out as they are, with the media type they are said to have. */
    private static final RestAssuredConfig AS_TOLD = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(JSON, ContentType.TEXT)
                    .encodeContentTypeAs(MERGE_PATCH, ContentType.TEXT)
                    .encodeContentTypeAs("application/xml", ContentType.TEXT));

    /** @param path without host */
    record Made(String path, String title, String tag, Response answer) {}

    RequestSpecification anonymous() {
        return given().config(AS_TOLD);
    }

    RequestSpecification with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    RequestSpecification creator() {
        return with(kind.creator());
    }

    String url(String path) {
        return kind.baseUri() + path;
    }

    /** The collection. */
    String list() {
        return url(kind.path());
    }

    String freshTitle() {
        return "Conformance " + UUID.randomUUID();
    }

    String newBody() {
        return kind.newBody(freshTitle());
    }

    Made make() {
        return make(freshTitle());
    }

    Made make(String title) {
        var answer = creator().contentType(JSON).body(kind.newBody(title)).post(list());
        assertEquals(201, answer.statusCode(), answer.asString());
        var location = answer.header("Location");
        assertNotNull(location, "no Location");
        return new Made(URI.create(location).getPath(), title, tag(answer), answer);
    }

    Response read(Made made) {
        var answer = creator().get(url(made.path()));
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    Response patch(Made made, @Nullable String tag, String title) {
        var request = creator().contentType(MERGE_PATCH).body(patchBody(title));
        return (tag == null ? request : request.header("If-Match", tag)).patch(url(made.path()));
    }

    String patchBody(String title) {
        return "{\"%s\": \"%s\"}".formatted(kind.titleMember(), title);
    }

    Response move(Made made, @Nullable String tag) {
        var transition = kind.transition();
        var request = creator();
        if (transition.body().isPresent()) {
            request = request.contentType(JSON).body(transition.body().get());
        }
        return (tag == null ? request : request.header("If-Match", tag))
                .post(url(made.path() + "/" + transition.verb()));
    }

    /** An ETag, quotes included. */
    static String tag(Response answer) {
        var tag = answer.header("ETag");
        assertNotNull(tag, "no ETag on " + answer.statusCode() + " " + answer.asString());
        return tag;
    }

    static long version(String tag) {
        return Long.parseLong(tag.replace("W/", "").replace("\"", "").split("\\.")[0]);
    }

    /** Ids of all records that the filter finds, page by page. */
    Set<String> walk(int limit, Runnable betweenPages) {
        var ids = new LinkedHashSet<String>();
        var query = new LinkedHashMap<String, Object>(kind.filter());
        query.put("limit", limit);
        var page = creator().queryParams(query).get(list());
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            assertEquals(200, page.statusCode(), page.asString());
            List<String> found = page.jsonPath().getList("items.id");
            assertTrue(found.size() <= limit, "more than " + limit + " items on a page");
            for (var id : found) {
                assertTrue(ids.add(id), "twice: " + id);
            }
            String next = page.jsonPath().getString("next");
            if (next == null) {
                return ids;
            }
            betweenPages.run();
            page = follow(next);
        }
        throw new AssertionError("no end after " + MOST_PAGES + " pages");
    }

    /** A link as it was given, already encoded. */
    Response follow(String link) {
        assertTrue(link.startsWith("/v1/"), "next is no path of ours: " + link);
        return creator().urlEncodingEnabled(false).get(url(link));
    }

    Response filtered(Map<String, ?> more) {
        return creator().queryParams(kind.filter()).queryParams(more).get(list());
    }

    /** How many records bear the title, counted in the stream of the list. */
    long named(String title) {
        var stream = creator()
                .queryParams(kind.filter())
                .accept("application/x-ndjson")
                .get(list());
        assertEquals(200, stream.statusCode(), stream.asString());
        return stream.asString().lines().filter(line -> line.contains(title)).count();
    }
}
