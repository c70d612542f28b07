package org.tinkuy.gateway.edge.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tinkuy.gateway.edge.ClientAddress;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.Refusal;
import reactor.core.publisher.Mono;

/// The first thing a request meets. One filter, because every stage of a chain costs each request.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor implements WebFilter {

    private final ClientAddress clientAddress;
    private final List<EntryCheck> checks;
    private final SizeCheck size;
    private final Answers answers;
    private final MeterRegistry meters;

    FrontDoor(
            ClientAddress clientAddress,
            List<EntryCheck> checks,
            SizeCheck size,
            Answers answers,
            MeterRegistry meters) {
        this.clientAddress = clientAddress;
        this.checks = checks;
        this.size = size;
        this.answers = answers;
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var door = Door.of(Objects.requireNonNullElse(request.getURI().getRawPath(), ""));
        var passage = new Passage(door, client(request), null, false);
        passage.store(exchange);
        var refusal = refusal(exchange, passage);
        if (refusal != null) {
            meters.counter("tinkuy.gateway.refused", "reason", refusal.reason().type()).increment();
            var answer = answers.refuse(exchange, refusal);
            return refusal.reason() == Refusal.Reason.BODY_TOO_LARGE
                    ? SizeCheck.drop(exchange).then(answer)
                    : answer;
        }
        return chain.filter(size.counting(exchange));
    }

    private @Nullable Refusal refusal(ServerWebExchange exchange, Passage passage) {
        for (var check : checks) {
            var refusal = check.refuse(exchange, passage);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private InetAddress client(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        var address = peer == null ? null : peer.getAddress();
        return clientAddress.of(
                address == null ? InetAddress.getLoopbackAddress() : address,
                request.getHeaders().getOrEmpty("X-Forwarded-For"));
    }
}
