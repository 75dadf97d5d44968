package city.c3po.story.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * What came back.
 *
 * @param request what was asked, for messages
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Answer of(String request, HttpResponse<String> response) {
        return new Answer(request, response.statusCode(), response.headers(), response.body());
    }

    /** This answer, if it has the status; a story goes no further with another one. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected %d, but %s".formatted(expected, this));
        }
        return this;
    }

    public boolean succeeded() {
        return status / 100 == 2;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** The value at a pointer, as text. */
    public String text(String pointer) {
        return json().at(pointer).asText();
    }

    public List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        json().path("items").forEach(items::add);
        return items;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String etag() {
        return header("ETag");
    }

    @Override
    public String toString() {
        return "%s answered %d %s%n%s".formatted(request, status, headers.map(), body);
    }
}
