package org.tinkuy.gateway.edge.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.core.publisher.Mono;

/// The few answers that the gateway gives itself: a problem for programs, a page for people.
@Component
class Answers {

    private final WaitingPage page;
    private final ResponseHeaders responseHeaders;

    Answers(WaitingPage page, ResponseHeaders responseHeaders) {
        this.page = page;
        this.responseHeaders = responseHeaders;
    }

    Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.reason().status()));
        if (!refusal.retryAfter().isZero()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
        }
        if (refusal.reason() == Reason.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.reason() == Reason.BODY_TOO_LARGE) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        var forPeople = Passage.of(exchange).door() != Door.API && acceptsHtml(request);
        var text = forPeople ? htmlAnswer(request, headers, refusal) : problem(headers, refusal);
        responseHeaders.add(headers, forPeople ? Door.PAGE : Door.API);
        var body = text.getBytes(StandardCharsets.UTF_8);
        headers.setContentLength(body.length);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return response.setComplete();
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private String htmlAnswer(ServerHttpRequest request, HttpHeaders headers, Refusal refusal) {
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.setCacheControl("no-store");
        headers.set("Content-Security-Policy", page.contentSecurityPolicy());
        headers.set("Referrer-Policy", "same-origin");
        headers.set("X-Robots-Tag", "noindex");
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE));
        return page.render(WaitingPage.language(request), refusal, request.getMethod());
    }

    /// Written by hand: nothing in it comes from outside.
    private static String problem(HttpHeaders headers, Refusal refusal) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var reason = refusal.reason();
        var detail =
                refusal.detail() == null ? "" : ",\"detail\":\"%s\"".formatted(refusal.detail());
        return "{\"type\":\"urn:tinkuy:problem:%s\",\"title\":\"%s\",\"status\":%d%s}"
                .formatted(reason.type(), reason.title(), reason.status(), detail);
    }

    private static boolean acceptsHtml(ServerHttpRequest request) {
        var accept = request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT);
        return accept.stream().anyMatch(types -> types.contains("text/html"));
    }
}
