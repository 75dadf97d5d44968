package city.c3po.testing.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, exactly as it goes over the wire. */
public record Call(String method, URI address, Map<String, String> headers, byte @Nullable [] body) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SHOWN = 2_000;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call of(String method, String address) {
        return new Call(method, URI.create(address), Map.of(), null);
    }

    public Call header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, address, more, body);
    }

    public Call body(String mediaType, String text) {
        return body(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    public Call body(String mediaType, byte[] bytes) {
        return new Call(method, address, header("Content-Type", mediaType).headers, bytes);
    }

    public Reply send() {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    answer.statusCode(), answer.headers().map(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A server may refuse a body by closing the connection before it has read all of it.
            return Reply.none(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + curl(), e);
        }
    }

    /** The token is left out: it has run out before anybody reads this. */
    public String curl() {
        var command = new StringBuilder("curl -i -X ").append(method);
        headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> command.append(" -H ")
                        .append(quoted(
                                header.getKey().equalsIgnoreCase("Authorization")
                                        ? "Authorization: Bearer $TOKEN"
                                        : header.getKey() + ": " + shortened(header.getValue()))));
        if (body != null) {
            command.append(" --data-binary ").append(bodyForShell(body));
        }
        return command.append(' ').append(quoted(shortened(address.toString()))).toString();
    }

    /** Bytes that no shell would pass on, as escapes of bash; long bodies shortened. */
    private static String bodyForShell(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
        var escaped = new StringBuilder("$'");
        shown.chars().forEach(c -> {
            if (c == '\'' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                escaped.append("\\x%02x".formatted(c));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.append('\'')
                + (shown.length() < text.length() ? " # shortened: " + text.length() + " bytes" : "");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN / 4 ? text : text.substring(0, SHOWN / 4) + "…" + text.length();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
