package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a connection on which a request began and does not come to its end, also when it was
/// answered meanwhile: head and body, in time, without a long pause.
final class ArrivingRequest extends ChannelDuplexHandler {

    static final String NAME = "tinkuy.arrivingRequest";

    private final Duration longestPause;
    private final Duration longest;
    private Pause pause = new Pause(Duration.ZERO, () -> {});
    private @Nullable Future<?> deadline;
    private boolean somethingWhole;

    /// Whether the head of the request that arrives is here.
    private boolean headCame;

    /// Requests whose answers have not ended; the one that arrives is among them when its head is.
    private int unanswered;

    private boolean answerBegan;

    /// @param longest from the first byte to the last
    ArrivingRequest(Duration longestPause, Duration longest) {
        this.longestPause = longestPause;
        this.longest = longest;
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
        somethingWhole = true;
        if (message instanceof HttpRequest) {
            headCame = true;
            unanswered++;
            begin(context);
        }
        if (message instanceof LastHttpContent) {
            headCame = false;
            end();
        }
        context.fireChannelRead(message);
    }

    /// Bytes that were not enough for a head are the beginning of one.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        pause.came();
        if (!somethingWhole) {
            begin(context);
        }
        somethingWhole = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var isInterim =
                message instanceof HttpResponse answer
                        && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof HttpResponse && !isInterim) {
            answerBegan = true;
        }
        if (message instanceof LastHttpContent && !isInterim) {
            answerBegan = false;
            unanswered--;
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        pause.begin(context);
        if (deadline == null) {
            deadline =
                    context.executor()
                            .schedule(
                                    () -> giveUp(context), longest.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void end() {
        pause.end();
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /// Nothing is said where it would be taken for another request's answer.
    private void giveUp(ChannelHandlerContext context) {
        end();
        if (answerBegan || unanswered != (headCame ? 1 : 0)) {
            var _ = context.close();
            return;
        }
        var answer =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT);
        answer.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
        var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
