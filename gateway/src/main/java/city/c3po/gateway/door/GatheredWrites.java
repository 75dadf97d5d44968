package city.c3po.gateway.door;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;

/**
 * Sends what is written to a client in one go of its thread as one packet: the head of an answer, its body and its end
 * come from the service together, and would be three calls of the system otherwise. Nothing waits longer than that go.
 */
public final class GatheredWrites extends ChannelInitializerExtension {
    private static final int AT_MOST = 64;

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new FlushConsolidationHandler(AT_MOST, true));
    }
}
