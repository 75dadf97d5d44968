package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class Http2Test extends RunningGateway {
    @Inject
    Vertx vertx;

    private HttpClient client;

    private record Answer(HttpClientResponse head, Buffer body) {}

    @BeforeEach
    void open() {
        client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Answer send(HttpMethod method, String path, String... chunks) throws Exception {
        var options = new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setMethod(method)
                .setURI(path)
                .putHeader(TOKEN[0], TOKEN[1]);
        var answer = client.request(options).compose(request -> {
            request.setChunked(chunks.length > 0);
            for (var chunk : chunks) {
                request.write(chunk);
            }
            request.end();
            return request.response()
                    .compose(head -> head.body().compose(body -> Future.succeededFuture(new Answer(head, body))));
        });
        return answer.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_request_passes_and_its_answer_comes_back() throws Exception {
        var answer = send(HttpMethod.GET, "/v1/trees/42");

        assertEquals(HttpVersion.HTTP_2, answer.head().version());
        assertEquals(200, answer.head().statusCode());
        assertEquals("{\"from\":\"service\"}", answer.body().toString());
        assertEquals(address.getAuthority(), PARKS.lastSeen().header("X-Forwarded-Host"));
        assertNull(PARKS.lastSeen().header("Transfer-Encoding"));
    }

    @Test
    void a_body_without_a_length_arrives_whole_and_is_never_taken_for_another_request() throws Exception {
        PARKS.on(
                "/v1/trees",
                exchange -> SmallService.answer(
                        exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var smuggled = "GET /internal/trees HTTP/1.1\r\nHost: x\r\n\r\n";

        var answer = send(HttpMethod.POST, "/v1/trees", "first ", smuggled);

        assertEquals("first " + smuggled, answer.body().toString());
        assertEquals("chunked", PARKS.lastSeen().header("Transfer-Encoding"));
        assertEquals(1, PARKS.seen().size());
    }

    @Test
    void problems_and_pages_are_the_same() throws Exception {
        var problem = send(HttpMethod.GET, "/v1/nothing");
        assertEquals(404, problem.head().statusCode());
        assertTrue(problem.body().toString().contains("unknown-path"));
        assertEquals(404, send(HttpMethod.GET, "/v1/trees/a%2fb").head().statusCode());
        assertEquals(200, send(HttpMethod.GET, "/openapi.json").head().statusCode());
    }
}
