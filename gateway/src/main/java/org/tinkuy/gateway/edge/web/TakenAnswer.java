package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Ends a connection whose client takes nothing of what lies ready for it. A stream that has
/// nothing to say is none.
final class TakenAnswer extends IdleStateHandler {

    static final String NAME = "tinkuy.takenAnswer";

    TakenAnswer(Duration longestPause) {
        super(true, 0, longestPause.toNanos(), 0, TimeUnit.NANOSECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        var outgoing = context.channel().unsafe().outboundBuffer();
        if (outgoing != null && outgoing.totalPendingWriteBytes() > 0) {
            var _ = context.close();
        }
    }
}
