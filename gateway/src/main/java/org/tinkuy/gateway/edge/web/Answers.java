package org.tinkuy.gateway.edge.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import org.tinkuy.requests.Objection;
import org.tinkuy.requests.ObjectionPage;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// The few answers that the gateway gives itself: a problem for programs, a page for people, also
/// where Netty could not decode what they sent.
@Component
class Answers implements ObjectionPage {

    private final WaitingPage page;
    private final ResponseHeaders responseHeaders;

    Answers(WaitingPage page, ResponseHeaders responseHeaders) {
        this.page = page;
        this.responseHeaders = responseHeaders;
    }

    Mono<Void> refuse(
            HttpServerRequest request, HttpServerResponse response, Door door, Refusal refusal) {
        var headers = response.responseHeaders().clear();
        response.status(refusal.reason().status());
        if (!refusal.retryAfter().isZero()) {
            headers.set(HttpHeaderNames.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
        }
        if (refusal.reason() == Reason.UNAUTHENTICATED) {
            headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.reason() == Reason.METHOD_NOT_ALLOWED) {
            headers.set(HttpHeaderNames.ALLOW, PathCheck.methods(door));
        }
        if (refusal.reason() == Reason.UNSUPPORTED_MEDIA_TYPE) {
            headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
        }
        if (refusal.reason() == Reason.BODY_TOO_LARGE || Expectation.of(request)) {
            response.keepAlive(false);
        }
        var forPeople = !door.isForPrograms() && acceptsHtml(request);
        var text =
                forPeople
                        ? page(
                                refusal,
                                request.method(),
                                request.uri(),
                                request.requestHeaders(),
                                headers)
                        : problem(headers, refusal);
        var body = text.getBytes(StandardCharsets.UTF_8);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response.sendObject(Unpooled.wrappedBuffer(body)).then();
    }

    @Override
    public String write(
            Objection objection, String address, HttpHeaders asked, HttpHeaders answer) {
        return page(Refusal.of(objection), HttpMethod.GET, address, asked, answer);
    }

    private String page(
            Refusal refusal,
            HttpMethod method,
            String address,
            HttpHeaders asked,
            HttpHeaders headers) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, "text/html;charset=UTF-8");
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("Content-Security-Policy", page.contentSecurityPolicy());
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Robots-Tag", "noindex");
        headers.set(HttpHeaderNames.VARY, "Accept-Language, Cookie");
        responseHeaders.add(headers, Door.PAGE);
        return page.render(AskedLanguage.of(address, asked), refusal, method);
    }

    /// Written by hand: nothing in it comes from outside.
    private String problem(HttpHeaders headers, Refusal refusal) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
        responseHeaders.add(headers, Door.API);
        var reason = refusal.reason();
        var detail =
                refusal.detail() == null ? "" : ",\"detail\":\"%s\"".formatted(refusal.detail());
        return String.format(
                Locale.ROOT,
                "{\"type\":\"urn:tinkuy:problem:%s\",\"title\":\"%s\",\"status\":%d%s}",
                reason.type(),
                reason.title(),
                reason.status(),
                detail);
    }

    private static boolean acceptsHtml(HttpServerRequest request) {
        var accept = request.requestHeaders().getAll(HttpHeaderNames.ACCEPT);
        return accept.stream().anyMatch(types -> types.contains("text/html"));
    }
}
