package org.tinkuy.requests;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;

/// Answers what Netty could not decode, which would get an answer without words. The connection
/// ends: nobody knows where the next request on it begins.
final class UndecodableRequests extends ChannelInboundHandlerAdapter {

    private final ObjectionPage page;
    private boolean refused;

    UndecodableRequests(ObjectionPage page) {
        this.page = page;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request && !isReadable(request)) {
            refused = true;
            var answer = answer(request);
            ReferenceCountUtil.release(message);
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        context.fireChannelRead(message);
    }

    /// Of later versions 1 that is understood which is in 1.1, and answered in it (RFC 9110, 2.5).
    private static boolean isReadable(HttpRequest request) {
        var version = request.protocolVersion();
        if (version.majorVersion() == 1 && version.minorVersion() > 1) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        return request.decoderResult().isSuccess() && version.majorVersion() == 1;
    }

    private FullHttpResponse answer(HttpRequest request) {
        var objection =
                request.decoderResult().isSuccess()
                        ? Objection.malformed("HTTP/1.1 is spoken here.")
                        : objection(request.decoderResult().cause());
        var refusal = RefusedRequest.of(objection, request.uri(), request.headers(), page);
        var body = refusal.bytes();
        var answer =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(refusal.status()),
                        Unpooled.wrappedBuffer(body));
        answer.headers()
                .add(refusal.headers())
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }

    private static Objection objection(Throwable failure) {
        return switch (failure) {
            case TooLongHttpLineException _ -> Objection.addressTooLong();
            case TooLongHttpHeaderException _ -> Objection.headersTooLarge();
            default -> Objection.malformed("The request's head cannot be read.");
        };
    }
}
