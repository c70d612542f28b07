package org.tinkuy.gateway.edge.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Sends a request on to its service, once, and the answer back.
///
/// A small body of known length travels in one piece with its head, which saves each side a write;
/// everything else passes as it comes.
@Component
class PassOn {

    private static final Set<HttpMethod> WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

    /// Where Reactor keeps the hooks of `doOnDiscard`.
    private static final String DISCARD_HOOK = "reactor.onDiscard.local";

    private final RequestHeaders requestHeaders;
    private final ResponseHeaders responseHeaders;
    private final SizeCheck size;

    PassOn(RequestHeaders requestHeaders, ResponseHeaders responseHeaders, SizeCheck size) {
        this.requestHeaders = requestHeaders;
        this.responseHeaders = responseHeaders;
        this.size = size;
    }

    Mono<Void> to(
            Service service,
            HttpServerRequest request,
            HttpServerResponse response,
            Passage passage,
            @Nullable String traceparent) {
        return service.client()
                .request(request.method())
                .uri(passage.target().pathAndQuery())
                .send((toService, body) -> ask(request, passage, traceparent, toService, body))
                .response((answer, body) -> answer(answer, body, response, passage))
                .then();
    }

    private Publisher<Void> ask(
            HttpServerRequest request,
            Passage passage,
            @Nullable String traceparent,
            HttpClientRequest toService,
            NettyOutbound out) {
        var headers = toService.requestHeaders();
        requestHeaders.copy(request.requestHeaders(), headers, passage);
        if (traceparent != null) {
            headers.set(Traces.TRACEPARENT, traceparent);
        }
        if (request.requestHeaders().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
            return out.send(size.counted(request, passage));
        }
        var length = BodyLength.of(headers);
        if (length > 0) {
            return BodyLength.isSmall(headers)
                    ? out.send(inOnePiece(request))
                    : out.send(request.receive().retain());
        }
        if (length == BodyLength.NONE_TOLD && !WITHOUT_BODY.contains(request.method())) {
            headers.setInt(HttpHeaderNames.CONTENT_LENGTH, 0);
        }
        return out;
    }

    /// What arrived of a body that broke off is given back by `aggregate`; the hook of whoever
    /// sends, which comes down in the context, would give it back once more (reactor-netty 1.3.8:
    /// `ByteBufFlux.aggregate` and `ChannelOperations` each have one, and Reactor runs both).
    private static Mono<ByteBuf> inOnePiece(HttpServerRequest request) {
        return request.receive()
                .aggregate()
                .contextWrite(context -> context.delete(DISCARD_HOOK))
                .map(ByteBuf::retain);
    }

    private Publisher<Void> answer(
            HttpClientResponse answer,
            ByteBufFlux body,
            HttpServerResponse response,
            Passage passage) {
        response.status(answer.status());
        responseHeaders.copy(answer.responseHeaders(), response.responseHeaders(), passage.door());
        if (BodyLength.isSmall(answer.responseHeaders())) {
            return response.send(body.aggregate().retain());
        }
        return isStream(answer.responseHeaders())
                ? response.send(body.retain(), _ -> true)
                : response.send(body.retain());
    }

    /// Its events are not kept back until there are more.
    static boolean isStream(HttpHeaders answer) {
        var type = answer.get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }
}
