package org.tinkuy.requests;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/// Answers what Netty could not decode, and what Reactor Netty could not, which would get an answer
/// without words and a line in the log with the address. The connection ends: nobody knows where
/// the next request on it begins.
final class UndecodableRequests extends ChannelDuplexHandler {

    private final ObjectionPage page;
    private @Nullable HttpRequest request;
    private boolean answerBegan;
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
        if (message instanceof HttpRequest next) {
            request = next;
            answerBegan = false;
            readAsUnderstood(next);
        }
        var objection = message instanceof HttpObject piece ? objectionTo(piece) : null;
        var head = request;
        if (objection == null || head == null) {
            context.fireChannelRead(message);
            return;
        }
        refused = true;
        ReferenceCountUtil.release(message);
        if (answerBegan) {
            var _ = context.close();
        } else {
            var answer = answer(head, objection);
            var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /// Whoever was reading the body may still have something to say.
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse answer
                && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            answerBegan = true;
        }
        var _ = context.write(message, promise);
    }

    /// Of later versions 1 that is understood which is in 1.1, and answered in it (RFC 9110, 2.5).
    /// A colon without a port behind it says nothing, and Reactor Netty fails at it.
    private static void readAsUnderstood(HttpRequest head) {
        var version = head.protocolVersion();
        if (version.majorVersion() == 1 && version.minorVersion() > 1) {
            head.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        var hosts = head.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() == 1 && hosts.getFirst().endsWith(":")) {
            var host = hosts.getFirst();
            head.headers().set(HttpHeaderNames.HOST, host.substring(0, host.length() - 1));
        }
        AcceptedCodings.writePlainly(head.headers());
        head.setUri(BrowsersQuery.encoded(head.uri()));
    }

    private static @Nullable Objection objectionTo(HttpObject piece) {
        if (!(piece instanceof HttpRequest head)) {
            return piece.decoderResult().isFailure()
                    ? objection(piece, "The body's chunks cannot be read (RFC 9112, 7.1).")
                    : null;
        }
        if (head.decoderResult().isFailure()) {
            return objection(head, "The request's head cannot be read.");
        }
        if (head.protocolVersion().majorVersion() != 1) {
            return Objection.malformed("HTTP/1.1 is spoken here.");
        }
        return head.headers().getAll(HttpHeaderNames.HOST).stream().allMatch(WrittenHost::isOne)
                ? null
                : Objection.malformed("Host names no host (RFC 9112, 3.2).");
    }

    private static Objection objection(HttpObject piece, String otherwise) {
        return switch (piece.decoderResult().cause()) {
            case TooLongHttpLineException _ -> Objection.addressTooLong();
            case TooLongHttpHeaderException _ -> Objection.headersTooLarge();
            default -> Objection.malformed(otherwise);
        };
    }

    private FullHttpResponse answer(HttpRequest head, Objection objection) {
        var refusal = RefusedRequest.of(objection, head.uri(), head.headers(), page);
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
}
