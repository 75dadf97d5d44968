package city.c3po.gateway.door;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Closes a connection whose client has begun a request and does not come to the end of its head: a byte now and then
 * would keep the place for ever, since each counts as life to the server's idle timeout. Netty finds this extension by
 * itself; {@link Door} tells it when a head is complete.
 */
public final class HeadDeadline extends ChannelInitializerExtension {
    /** What makes Netty look for extensions; to be set before it is first used. */
    public static final String SWITCH = "io.netty.bootstrap.extensions";

    private static final AttributeKey<AtomicLong> KEY = AttributeKey.valueOf("c3po.head-began");
    private static final long NOT_BEGUN = 0;
    private static final long COMPLETE = -1;

    private final long nanos = ConfigProvider.getConfig()
            .getOptionalValue("c3po.gateway.head-timeout", Duration.class)
            .orElse(Duration.ofSeconds(10))
            .toNanos();

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var began = new AtomicLong(NOT_BEGUN);
        channel.attr(KEY).set(began);
        channel.pipeline().addLast(new Watch(began, nanos));
    }

    /** A request has come in whole but for its body. */
    static void complete(HttpServerRequest request) {
        set(request.connection(), COMPLETE);
    }

    /** Its answer is sent: what comes now is the head of another. HTTP/2 speaks of many things beside requests. */
    static void next(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            set(request.connection(), NOT_BEGUN);
        }
    }

    private static void set(HttpConnection connection, long state) {
        if (connection instanceof ConnectionBase base) {
            var began = base.channel().attr(KEY).get();
            if (began != null) {
                began.set(state);
            }
        }
    }

    /** Looks at most once in a while, however many requests a connection carries. */
    private static final class Watch extends ChannelInboundHandlerAdapter {
        private final AtomicLong began;
        private final long nanos;
        private boolean looking;

        Watch(AtomicLong began, long nanos) {
            this.began = began;
            this.nanos = nanos;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (began.compareAndSet(NOT_BEGUN, now()) && !looking) {
                looking = true;
                lookAgain(context, nanos);
            }
            context.fireChannelRead(message);
        }

        private void lookAgain(ChannelHandlerContext context, long in) {
            context.executor().schedule(() -> look(context), in, TimeUnit.NANOSECONDS);
        }

        private void look(ChannelHandlerContext context) {
            var since = began.get();
            var left = since + nanos - now();
            if (since == NOT_BEGUN || since == COMPLETE) {
                looking = false;
            } else if (left > 0) {
                lookAgain(context, left);
            } else {
                context.close();
            }
        }

        /** Never one of the two special values. */
        private static long now() {
            return System.nanoTime() & Long.MAX_VALUE | 1;
        }
    }
}
