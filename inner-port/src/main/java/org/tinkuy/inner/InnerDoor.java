package org.tinkuy.inner;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Inner paths are on the inner port and nowhere else, for who shows the secret; the inner port has
/// no others. The secret goes no further: it is no token of a person.
final class InnerDoor implements WebFilter, Ordered {

    /// First segments that are for services and operators.
    private static final Set<String> INNER = Set.of("internal", "actuator");

    private static final int BEFORE_ALL_OTHERS = Ordered.HIGHEST_PRECEDENCE + 10;

    private final IntSupplier innerPort;
    private final InnerSecret secret;

    InnerDoor(IntSupplier innerPort, InnerSecret secret) {
        this.innerPort = innerPort;
        this.secret = secret;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (isInner(request) != cameToTheInnerPort(request)) {
            return refuse(exchange, HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
        }
        if (!isInner(request)) {
            return chain.filter(exchange);
        }
        if (!secret.isShownBy(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return refuse(
                    exchange,
                    HttpStatus.UNAUTHORIZED,
                    "unauthenticated",
                    "Show the secret that services share.");
        }
        var withoutSecret =
                request.mutate().headers(all -> all.remove(HttpHeaders.AUTHORIZATION)).build();
        return chain.filter(exchange.mutate().request(withoutSecret).build());
    }

    /// As the handlers read the path: decoded, without parameters.
    private static boolean isInner(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(PathSegment.class::cast)
                .findFirst()
                .filter(first -> INNER.contains(first.valueToMatch()))
                .isPresent();
    }

    private boolean cameToTheInnerPort(ServerHttpRequest request) {
        var local = request.getLocalAddress();
        return local != null && local.getPort() == innerPort.getAsInt();
    }

    private static Mono<Void> refuse(
            ServerWebExchange exchange, HttpStatus status, String type, String title) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body =
                String.format(
                        Locale.ROOT,
                        "{\"type\":\"urn:tinkuy:problem:%s\",\"title\":\"%s\",\"status\":%d}",
                        type,
                        title,
                        status.value());
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public int getOrder() {
        return BEFORE_ALL_OTHERS;
    }
}
