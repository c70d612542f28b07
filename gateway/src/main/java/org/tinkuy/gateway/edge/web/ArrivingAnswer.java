package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;

/// Gives up a service that stops in the middle of its answer. How long it may take to begin one is
/// not counted here, and a stream of events may be silent.
final class ArrivingAnswer extends ChannelDuplexHandler {

    static final String NAME = "tinkuy.arrivingAnswer";

    private final Duration longestPause;
    private Pause pause = new Pause(Duration.ZERO, () -> {});

    ArrivingAnswer(Duration longestPause) {
        this.longestPause = longestPause;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        pause = new Pause(longestPause, () -> giveUp(context));
    }

    @Override
    public void read(ChannelHandlerContext context) {
        pause.waits(context);
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        pause.came();
        if (message instanceof HttpResponse answer && !PassOn.isStream(answer.headers())) {
            pause.begin(context);
        }
        if (message instanceof LastHttpContent) {
            pause.end();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pause.end();
        context.fireChannelInactive();
    }

    private static void giveUp(ChannelHandlerContext context) {
        context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
        var _ = context.close();
    }
}
