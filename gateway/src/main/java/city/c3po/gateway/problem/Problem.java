package city.c3po.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * One occurrence of a problem.
 *
 * @param detail what happened and what to do next; nothing about the inside
 * @param instance the path of the request
 * @param traceId under which the logs of all parts know the request
 */
public record Problem(GatewayProblem kind, String detail, String instance, String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Buffer body() {
        return new JsonObject()
                .put("type", kind.type())
                .put("title", kind.title())
                .put("status", kind.status())
                .put("detail", detail)
                .put("instance", instance)
                .put("code", kind.code())
                .put("traceId", traceId)
                .put("errors", new JsonArray())
                .toBuffer();
    }
}
