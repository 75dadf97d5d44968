package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** How tests call the gateway: politely with a client, or byte by byte. */
record Call(URI gateway) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int RAW_TIMEOUT_MILLIS = 20_000;

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(method, path, BodyPublishers.noBody(), headers), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> begin(String path, String... headers) {
        return CLIENT.sendAsync(request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofString());
    }

    HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).method(method, body);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first line of the answer to exactly these bytes, or "" when the connection is closed without one. */
    String statusLine(String head) {
        try (var socket = socket()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            for (var c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                answer.append((char) c);
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is answered to exactly these bytes until the connection closes. */
    String exchange(String bytes) {
        try (var socket = socket()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Socket socket() throws IOException {
        var socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(RAW_TIMEOUT_MILLIS);
        return socket;
    }

    static JsonObject assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        var problem = new JsonObject(answer.body());
        assertEquals(code, problem.getString("code"));
        assertEquals("/problems/gateway/" + code, problem.getString("type"));
        assertEquals(status, problem.getInteger("status"));
        assertNotNull(problem.getString("traceId"));
        assertTrue(
                problem.getString("title").length() > 5
                        && problem.getString("detail").length() > 5,
                answer::body);
        return problem;
    }
}
