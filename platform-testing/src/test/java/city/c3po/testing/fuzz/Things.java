package city.c3po.testing.fuzz;

import city.c3po.testing.http.LittleServer.Request;
import city.c3po.testing.http.LittleServer.Response;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The answers of a service that gets everything right: things with a title and an amount. */
final class Things {
    static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {
              "/v1/things": {
                "get": {
                  "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                  "responses": {"200": {"content": {"application/json": {}}}, "400": {}, "406": {}}},
                "post": {
                  "requestBody": {"content": {"application/json": {"example": {"title": "Fiber", "amount": 500000.00}}}},
                  "responses": {"201": {"content": {"application/json": {}}},
                                "400": {}, "406": {}, "413": {}, "415": {}, "422": {}}}},
              "/v1/things/{id}": {
                "get": {
                  "parameters": [{"name": "id", "in": "path", "schema": {"type": "string", "format": "uuid"}}],
                  "responses": {"200": {"content": {"application/json": {}}}, "400": {}, "404": {}, "406": {}}}}}}""";
    static final String ID = "01890000-0000-7000-8000-000000000001";

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Things() {}

    static Response answer(Request request) {
        var accept = request.header("Accept");
        if (!accept.isEmpty() && !accept.contains("*/*") && !accept.contains("application/json")) {
            return Response.problem(406, "not-acceptable");
        }
        var path = request.path();
        if (path.equals("/v1/things")) {
            return request.method().equals("POST") ? create(request) : list(request);
        }
        if (!request.query().isEmpty()) {
            return Response.problem(400, "unknown-parameter");
        }
        return path.equals("/v1/things/" + ID) ? Response.json(200, "{}") : Response.problem(404, "not-found");
    }

    private static Response list(Request request) {
        return request.query().isEmpty() || request.query().matches("limit=([1-9]|[1-9]\\d|[1-4]\\d\\d|500)")
                ? Response.json(200, "{\"items\": []}")
                : Response.problem(400, "bad-parameter");
    }

    private static Response create(Request request) {
        if (!request.query().isEmpty()) {
            return Response.problem(400, "unknown-parameter");
        }
        if (!request.header("Content-Type").equals("application/json")) {
            return Response.problem(415, "unsupported-media-type");
        }
        if (request.body().length() > 1024 * 1024) {
            return Response.problem(413, "content-too-large");
        }
        if (request.body().contains("\ufffd")) {
            return Response.problem(400, "unreadable-body");
        }
        try {
            return create(JSON.readTree(request.body()));
        } catch (JsonProcessingException e) {
            return Response.problem(400, "unreadable-body");
        }
    }

    private static Response create(JsonNode body) {
        for (var member : body.properties()) {
            if (!Set.of("title", "amount").contains(member.getKey())) {
                return Response.problem(400, "unknown-member");
            }
        }
        var title = body.path("title");
        var amount = body.path("amount");
        if (!title.isTextual() || !amount.isNumber()) {
            return Response.problem(400, "wrong-shape");
        }
        var text = title.asText();
        var readable = StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf(0) < 0;
        var range = new BigDecimal("1e12");
        return readable && text.length() <= 200 && amount.decimalValue().abs().compareTo(range) < 0
                ? Response.json(201, "{}")
                : Response.problem(422, "invalid-values");
    }
}
