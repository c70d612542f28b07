package org.tinkuy.requests;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/// Hands a request on when the one before it was answered: whoever sends several at once gets their
/// answers in the same order (RFC 9112, 9.3.2). Reactor Netty has a queue of its own, but forgets
/// what stands in it as soon as one that asks to close the connection arrives behind.
final class OneAtATime extends ChannelDuplexHandler {

    private final Queue<Object> waiting = new ArrayDeque<>();
    private boolean isNextAsked;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (waiting.isEmpty() && !(message instanceof HttpRequest && isOneUnderWay(context))) {
            context.fireChannelRead(message);
        } else {
            waiting.add(message);
        }
    }

    /// Asked for by whoever awaits more of a request, and once more at the end of each answer.
    @Override
    public void read(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            context.read();
        } else if (!isNextAsked) {
            isNextAsked = true;
            context.executor().execute(() -> handNextOn(context));
        }
    }

    private void handNextOn(ChannelHandlerContext context) {
        isNextAsked = false;
        if (waiting.isEmpty() || isOneUnderWay(context)) {
            return;
        }
        do {
            context.fireChannelRead(waiting.remove());
        } while (!waiting.isEmpty() && !(waiting.element() instanceof HttpRequest));
        context.fireChannelReadComplete();
    }

    private static boolean isOneUnderWay(ChannelHandlerContext context) {
        return ChannelOperations.get(context.channel()) instanceof HttpServerRequest;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
