package org.tinkuy.gateway.edge.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;

/// Only known methods, and only paths that lead somewhere.
@Component
@Order(1)
class PathCheck implements EntryCheck {

    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE,
                    HttpMethod.OPTIONS);

    private final String metricsKey;

    PathCheck(EdgeProperties properties) {
        this.metricsKey = properties.metricsKey();
    }

    @Override
    public @Nullable Refusal refuse(ServerWebExchange exchange, Passage passage) {
        if (!METHODS.contains(exchange.getRequest().getMethod())) {
            return Refusal.of(Reason.METHOD_NOT_ALLOWED);
        }
        return switch (passage.door()) {
            case CLOSED -> Refusal.of(Reason.NOT_FOUND);
            case METRICS -> showsKey(exchange) ? null : Refusal.of(Reason.NOT_FOUND);
            case HEALTH, API, PAGE -> null;
        };
    }

    private boolean showsKey(ServerWebExchange exchange) {
        var shown = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return !metricsKey.isEmpty()
                && shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + metricsKey).getBytes(StandardCharsets.UTF_8));
    }
}
