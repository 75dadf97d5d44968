package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import com.fasterxml.jackson.core.JacksonException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body once, whole and within its limit: it must be UTF-8, its digest is kept for {@code Idempotency-Key}, and
 * whatever Jackson has against it is said in the words of the API.
 */
@Provider
class BodyReading implements ReaderInterceptor {
    static final int LIMIT = 1024 * 1024;
    /** A sender who is cut off in the middle may never read our answer; so much we take and throw away. */
    static final int PATIENCE = 16 * LIMIT;

    private final RoutingContext call;

    @Inject
    BodyReading(RoutingContext call) {
        this.call = call;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        requireUtf8(reading.getMediaType());
        var body = whole(reading.getInputStream());
        requireUtf8(body);
        BodyDigest.keep(call, body);
        if (body.length == 0) {
            return null;
        }
        reading.setInputStream(new ByteArrayInputStream(body));
        try {
            return reading.proceed();
        } catch (JacksonException e) {
            throw BodyFaults.of(e);
        } catch (WebApplicationException e) {
            throw e.getCause() instanceof JacksonException cause ? BodyFaults.of(cause) : e;
        }
    }

    private static byte[] whole(InputStream in) throws IOException {
        var body = in.readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            var scrap = new byte[8192];
            for (int taken = body.length, n = 0; taken < PATIENCE && n >= 0; taken += n) {
                n = in.read(scrap);
            }
            throw Refusal.CONTENT_TOO_LARGE.refused(Map.of("Connection", "close"));
        }
        return body;
    }

    private static void requireUtf8(@Nullable MediaType type) {
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw Refusal.UNSUPPORTED_MEDIA_TYPE.refused();
        }
    }

    private static void requireUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw Refusal.UNREADABLE_BODY.refused(new Fault("", "not-utf-8", "The body is not UTF-8."));
        }
    }
}
