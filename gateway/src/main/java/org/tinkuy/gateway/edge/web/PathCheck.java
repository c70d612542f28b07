package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpMethod;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.netty.http.server.HttpServerRequest;

/// Only paths that lead somewhere, and only methods that are known there.
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

    /// Of what the gateway tells itself.
    static final Set<HttpMethod> TELLING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// As `Allow` lists them (RFC 9110, 10.2.1).
    static String methods(Door door) {
        return switch (door) {
            case HEALTH, DOCUMENT -> "GET, HEAD, OPTIONS";
            case API, PAGE, METRICS, CLOSED ->
                    METHODS.stream()
                            .map(HttpMethod::name)
                            .sorted()
                            .collect(Collectors.joining(", "));
        };
    }

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        return switch (passage.door()) {
            case CLOSED, METRICS -> Refusal.of(Reason.NOT_FOUND);
            case HEALTH -> Refusal.of(Reason.METHOD_NOT_ALLOWED);
            case DOCUMENT -> unless(TELLING.contains(request.method()));
            case API, PAGE -> unless(isServices(request.method()));
        };
    }

    private static @Nullable Refusal unless(boolean isKnown) {
        return isKnown ? null : Refusal.of(Reason.METHOD_NOT_ALLOWED);
    }

    /// A service knows which methods a path of its takes, and refuses all others with those in
    /// `Allow`. `CONNECT` would ask for a tunnel (RFC 9110, 9.3.6).
    private static boolean isServices(HttpMethod method) {
        return !method.equals(HttpMethod.CONNECT);
    }
}
