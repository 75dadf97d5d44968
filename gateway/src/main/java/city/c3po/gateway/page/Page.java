package city.c3po.gateway.page;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A ready answer to GET. Its strong ETag follows from its bytes. */
public record Page(int status, Buffer body, String etag, Map<String, String> headers) {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /** Asked for again each time, and answered 304 while unchanged. */
    public static Page document(String mediaType, byte[] bytes) {
        return of(200, bytes, Map.of("Content-Type", mediaType, "Cache-Control", "no-cache"));
    }

    /** Changes only with the gateway itself. */
    public static Page asset(String mediaType, byte[] bytes) {
        return of(200, bytes, Map.of("Content-Type", mediaType, "Cache-Control", "public, max-age=3600"));
    }

    /** True for a moment only. */
    public static Page momentary(String mediaType, byte[] bytes) {
        return of(200, bytes, Map.of("Content-Type", mediaType, "Cache-Control", "no-store"));
    }

    /** @param policy what the page may load, added to a Content-Security-Policy that allows nothing */
    public static Page html(int status, String html, String policy) {
        return of(
                status,
                html.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "Content-Type", "text/html;charset=UTF-8",
                        "Cache-Control", "no-cache",
                        "Content-Security-Policy", NOTHING + "; " + policy));
    }

    private static Page of(int status, byte[] bytes, Map<String, String> headers) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            var etag = '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
            return new Page(status, Buffer.buffer(Unpooled.wrappedBuffer(bytes)), etag, headers);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the client has this page already, by its {@code If-None-Match}. */
    public boolean matches(String ifNoneMatch) {
        for (var candidate : ifNoneMatch.split(",")) {
            var tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
