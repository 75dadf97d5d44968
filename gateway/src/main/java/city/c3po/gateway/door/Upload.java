package city.c3po.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body on its way to the service: passes chunk by chunk, counted, and breaks off past its limit. */
final class Upload implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final long limit;
    private @Nullable Handler<Throwable> failure;
    private long passed;
    private long lastMoved = System.nanoTime();
    private boolean paused;
    private boolean ended;

    Upload(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean tooLarge() {
        return passed > limit;
    }

    /** Whether the service would take more and the client does not send it. */
    boolean waitsForClient() {
        return !ended && !paused;
    }

    long millisSinceMoved() {
        return (System.nanoTime() - lastMoved) / 1_000_000;
    }

    private void pass(Buffer chunk, Handler<Buffer> next) {
        lastMoved = System.nanoTime();
        var before = tooLarge();
        passed += chunk.length();
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
        paused = true;
        body.pause();
        return this;
    }

    @Override
    public Upload resume() {
        paused = false;
        body.resume();
        return this;
    }

    @Override
    public Upload fetch(long amount) {
        paused = false;
        body.fetch(amount);
        return this;
    }
}
