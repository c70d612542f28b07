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

/// Only known methods, where no service knows its own, and only paths that lead somewhere.
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

    private static final Set<HttpMethod> TELLING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// As `Allow` lists them (RFC 9110, 10.2.1).
    static String methods(Door door) {
        return switch (door) {
            case HEALTH -> "GET, HEAD";
            case DOCUMENT -> "GET, HEAD, OPTIONS";
            case API, PAGE, METRICS, CLOSED ->
                    METHODS.stream()
                            .map(HttpMethod::name)
                            .sorted()
                            .collect(Collectors.joining(", "));
        };
    }

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        if (!METHODS.contains(request.method()) && !isServices(request.method(), passage.door())) {
            return Refusal.of(Reason.METHOD_NOT_ALLOWED);
        }
        return switch (passage.door()) {
            case CLOSED, METRICS -> Refusal.of(Reason.NOT_FOUND);
            case HEALTH -> Refusal.of(Reason.METHOD_NOT_ALLOWED);
            case DOCUMENT ->
                    TELLING.contains(request.method())
                            ? null
                            : Refusal.of(Reason.METHOD_NOT_ALLOWED);
            case API, PAGE -> null;
        };
    }

    /// A service knows which methods a path of its takes, and refuses all others with those in
    /// `Allow`. `CONNECT` would ask for a tunnel (RFC 9110, 9.3.6).
    private static boolean isServices(HttpMethod method, Door door) {
        return (door == Door.API || door == Door.PAGE) && !method.equals(HttpMethod.CONNECT);
    }
}
