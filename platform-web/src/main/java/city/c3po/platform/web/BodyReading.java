package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import com.fasterxml.jackson.core.JacksonException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body once, whole and within its limit: it must be UTF-8, its digest is kept for {@code Idempotency-Key}, and
 * whatever Jackson has against it is said in the words of the API.
 */
@Provider
class BodyReading implements ReaderInterceptor {
    static final int LIMIT = 1024 * 1024;
    /** Whatever a service allows: nothing larger is ever read whole. */
    private static final int LARGEST = 64 * LIMIT;

    /** A sender who is cut off in the middle may never read our answer; so much we take and throw away. */
    static final int PATIENCE = 16 * LIMIT;

    private static final int SCRAP = 8 * 1024;
    /** Bodies above this size are read a few at a time, so that many at once do not fill the memory. */
    private static final int LARGE = 64 * 1024;

    private static final Semaphore LARGE_AT_ONCE = new Semaphore(32, true);
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final RoutingContext call;
    /** Asked for with the first body: providers are made before the configuration of the runtime is there. */
    private final Instance<BodyLimit> limits;

    @Inject
    BodyReading(RoutingContext call, Instance<BodyLimit> limits) {
        this.call = call;
        this.limits = limits;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        if (reading.getType() == InputStream.class) {
            // an operation that reads a stream: its own limits, its own encodings
            return reading.proceed();
        }
        requireUtf8(reading.getMediaType());
        return mayBeLarge() ? inTurn(reading) : read(reading);
    }

    private boolean mayBeLarge() {
        var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? call.request().getHeader("Transfer-Encoding") != null : Long.parseLong(length) > LARGE;
    }

    private @Nullable Object inTurn(ReaderInterceptorContext reading) throws IOException {
        try {
            if (!LARGE_AT_ONCE.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.TOO_MANY_REQUESTS.refused(Map.of("Retry-After", "" + LONGEST_WAIT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while waiting to read a body");
        }
        try {
            return read(reading);
        } finally {
            LARGE_AT_ONCE.release();
        }
    }

    private @Nullable Object read(ReaderInterceptorContext reading) throws IOException {
        var body = whole(reading.getInputStream(), (int) Math.min(limits.get().limitOf(call), LARGEST));
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

    private static byte[] whole(InputStream in, int limit) throws IOException {
        var body = in.readNBytes(limit + 1);
        if (body.length > limit) {
            var scrap = new byte[SCRAP];
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

    /** Piece by piece: nobody needs the characters, only whether they are some. */
    private static void requireUtf8(byte[] body) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.wrap(body);
        var scrap = CharBuffer.allocate(SCRAP);
        CoderResult result;
        do {
            scrap.clear();
            result = decoder.decode(bytes, scrap, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw Refusal.UNREADABLE_BODY.refused(new Fault("", "not-utf-8", "The body is not UTF-8."));
        }
    }
}
