package city.c3po.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body on its way to the service: passes chunk by chunk, counted, and breaks off past its limit. */
final class Upload implements ReadStream<Buffer> {
    private static final int MOST_KEPT = 64 * 1024;
    /** Slower than any line a city still has: whoever sends less does it on purpose. */
    private static final long LEAST_BYTES_PER_SECOND = 500;

    private final ReadStream<Buffer> body;
    private final long limit;
    /** All that has passed, as long as that is little and somebody may want it again. */
    private @Nullable Buffer copy;

    private @Nullable Handler<Throwable> failure;
    private long passed;
    private long lastMoved = System.nanoTime();
    private long waitsSince = lastMoved;
    /** How long the client alone was waited for, up to the last time that the service was. */
    private long waited;

    private boolean paused;
    private boolean ended;

    /** @param repeatable whether a small body is kept, so that it can be sent once more */
    Upload(ReadStream<Buffer> body, long limit, boolean repeatable) {
        this.body = body;
        this.limit = limit;
        this.copy = repeatable ? Buffer.buffer() : null;
    }

    /** The whole body, once it is complete and was small. */
    @Nullable Buffer whole() {
        return ended ? copy : null;
    }

    /** Whether nothing of it has moved, so that it can still be sent from its beginning. */
    boolean untouched() {
        return passed == 0 && !ended;
    }

    boolean tooLarge() {
        return passed > limit;
    }

    /** Whether the service would take more and the client does not send it. */
    boolean waitsForClient() {
        return !ended && !paused;
    }

    /** Whether it arrives so slowly that it would never end; to be asked when it has had some time. */
    boolean trickles() {
        var seconds = (waited + System.nanoTime() - waitsSince) / 1_000_000_000L;
        return waitsForClient() && passed < seconds * LEAST_BYTES_PER_SECOND;
    }

    long millisSinceMoved() {
        return (System.nanoTime() - lastMoved) / 1_000_000;
    }

    private void pass(Buffer chunk, Handler<Buffer> next) {
        lastMoved = System.nanoTime();
        var before = tooLarge();
        passed += chunk.length();
        if (copy != null) {
            copy = passed > MOST_KEPT ? null : copy.appendBuffer(chunk);
        }
        if (!tooLarge()) {
            next.handle(chunk);
        } else if (!before && failure != null) {
            failure.handle(RequestLimits.bodyTooLarge(limit));
        }
    }

    @Override
    public Upload handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    @Override
    public Upload endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            lastMoved = System.nanoTime();
                            ended = true;
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public Upload exceptionHandler(@Nullable Handler<Throwable> handler) {
        failure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public Upload pause() {
        if (!paused) {
            waited += System.nanoTime() - waitsSince;
        }
        paused = true;
        body.pause();
        return this;
    }

    @Override
    public Upload resume() {
        flow();
        body.resume();
        return this;
    }

    @Override
    public Upload fetch(long amount) {
        flow();
        body.fetch(amount);
        return this;
    }

    private void flow() {
        if (paused) {
            waitsSince = System.nanoTime();
        }
        paused = false;
    }
}
