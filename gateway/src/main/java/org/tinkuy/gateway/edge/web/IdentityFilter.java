package org.tinkuy.gateway.edge.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.IdentifyDevice;
import org.tinkuy.gateway.edge.Identity;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.core.publisher.Mono;

/// Turns a device token into the signed token that services verify (phantom token).
///
/// A browser whose token is unknown goes on as a stranger; a program is told so. When nobody can
/// tell, only what needs no person goes on: see decision 0011.
@Component
@Order(0)
class IdentityFilter implements GlobalFilter {

    private static final String BEARER = "Bearer ";

    private sealed interface Credential {
        record Cookie(String token) implements Credential {}

        record Bearer(String token) implements Credential {}
    }

    private final IdentifyDevice identify;
    private final DeviceCookie cookie;
    private final Answers answers;
    private final List<PathPattern> personalPages;

    IdentityFilter(
            IdentifyDevice identify,
            DeviceCookie cookie,
            Answers answers,
            EdgeProperties properties) {
        this.identify = identify;
        this.cookie = cookie;
        this.answers = answers;
        this.personalPages =
                properties.personalPages().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return switch (credential(exchange.getRequest())) {
            case null -> chain.filter(exchange);
            case Credential.Cookie(var token) ->
                    identify.identify(token).flatMap(who -> passBrowser(exchange, chain, who));
            case Credential.Bearer(var token) ->
                    identify.identify(token).flatMap(who -> passProgram(exchange, chain, who));
        };
    }

    private Mono<Void> passBrowser(
            ServerWebExchange exchange, GatewayFilterChain chain, Identity who) {
        return switch (who) {
            case Identity.SignedIn person -> passAs(person, exchange, chain);
            case Identity.Stranger _ -> chain.filter(exchange);
            case Identity.Untold _ when needsNoPerson(exchange) -> {
                Passage.of(exchange).withoutKnowing().store(exchange);
                yield chain.filter(exchange);
            }
            case Identity.Untold _ ->
                    answers.refuse(exchange, Refusal.of(Reason.SERVICE_UNAVAILABLE));
        };
    }

    private Mono<Void> passProgram(
            ServerWebExchange exchange, GatewayFilterChain chain, Identity who) {
        return switch (who) {
            case Identity.SignedIn person -> passAs(person, exchange, chain);
            case Identity.Stranger _ ->
                    answers.refuse(exchange, Refusal.of(Reason.UNAUTHENTICATED));
            case Identity.Untold _ ->
                    answers.refuse(exchange, Refusal.of(Reason.SERVICE_UNAVAILABLE));
        };
    }

    private static Mono<Void> passAs(
            Identity.SignedIn person, ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage.of(exchange).signedIn(person.jwt()).store(exchange);
        return chain.filter(exchange);
    }

    private @Nullable Credential credential(ServerHttpRequest request) {
        var authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Credential.Bearer(authorization.substring(BEARER.length()).strip());
        }
        var token = cookie.of(request);
        return token == null ? null : new Credential.Cookie(token);
    }

    private boolean needsNoPerson(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var reads =
                request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD);
        var path = request.getPath().pathWithinApplication();
        return reads
                && Passage.of(exchange).door() == Door.PAGE
                && personalPages.stream().noneMatch(pattern -> pattern.matches(path));
    }
}
