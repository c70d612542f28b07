package org.tinkuy.token;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import reactor.core.publisher.Mono;

/// The part of every service's filter chain that is the same: no session, no login page, tokens
/// verified, problems as RFC 9457.
///
/// CSRF needs no token here: only the gateway reads cookies, and it refuses unsafe requests of
/// another origin.
public final class TokenSecurity {

    private static final Logger log = LoggerFactory.getLogger(TokenSecurity.class);

    private final ReactiveJwtDecoder decoder;
    private final RequestMappingHandlerMapping handlers;

    TokenSecurity(ReactiveJwtDecoder decoder, RequestMappingHandlerMapping handlers) {
        this.decoder = decoder;
        this.handlers = handlers;
    }

    public ServerHttpSecurity apply(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt ->
                                        jwt.jwtDecoder(this::decode)
                                                .jwtAuthenticationConverter(
                                                        TokenSecurity::authenticate))
                                .authenticationEntryPoint(
                                        (exchange, _) -> unauthenticated(exchange))
                                .authenticationFailureHandler((request, failure) ->
                                        notVerified(request.getExchange(), failure)))
                .addFilterAfter(
                        TokenSecurity::tellOfRefusals, SecurityWebFiltersOrder.AUTHORIZATION)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint((exchange, _) ->
                                        unlessNobodyMay(exchange, unauthenticated(exchange)))
                                .accessDeniedHandler((exchange, _) ->
                                        unlessNobodyMay(exchange, forbidden(exchange))))
                // Which methods there are is told to anybody, as it is documented.
                .authorizeExchange(rules -> rules.pathMatchers(HttpMethod.OPTIONS).permitAll());
    }

    /// Whoever may read an answer may ask for its head alone (RFC 9110, 9.3.2).
    ///
    /// @param patterns of paths
    public static ServerWebExchangeMatcher reads(String... patterns) {
        return ServerWebExchangeMatchers.matchers(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, patterns),
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.HEAD, patterns));
    }

    /// Signing in would not help where the path leads nowhere, or the method is not there at all.
    /// Fails with what Spring answers then, and its `Allow`.
    private Mono<Void> unlessNobodyMay(ServerWebExchange exchange, Mono<Void> refusal) {
        return handlers.getHandler(exchange)
                .hasElement()
                .onErrorResume(
                        failure -> !(failure instanceof MethodNotAllowedException),
                        _ -> Mono.just(true))
                .flatMap(leadsSomewhere ->
                        leadsSomewhere
                                ? refusal
                                : Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /// Nimbus reports unreachable keys as an illegal state, which would end as an error of ours.
    private Mono<Jwt> decode(String token) {
        return decoder.decode(token)
                .onErrorMap(
                        IllegalStateException.class,
                        unreachable -> new JwtException("the keys are out of reach", unreachable));
    }

    private static Mono<CallerAuthentication> authenticate(Jwt token) {
        try {
            return Mono.just(new CallerAuthentication(token));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Mono.error(
                    new InvalidBearerTokenException(
                            "the claims are not ours", new BadJwtException("claims", e)));
        }
    }

    /// A token that nobody can judge now is not a wrong token: whoever showed it stays signed in.
    private static Mono<Void> notVerified(
            ServerWebExchange exchange, AuthenticationException failure) {
        if (!(failure instanceof AuthenticationServiceException)) {
            SecurityLog.of(SecurityEvent.TOKEN_REFUSED).write();
            return unauthenticated(exchange);
        }
        log.warn("The keys that tokens are verified with are out of reach", failure);
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        return problem(
                exchange,
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                "A part of the system does not answer at the moment.");
    }

    private static Mono<Void> unauthenticated(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return problem(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in first.");
        });
    }

    private static Mono<Void> forbidden(ServerWebExchange exchange) {
        return Mono.defer(() -> tellOfRefusal(exchange))
                .then(
                        Mono.defer(() ->
                                problem(
                                        exchange,
                                        HttpStatus.FORBIDDEN,
                                        "forbidden",
                                        "Your roles do not allow this.")));
    }

    /// What a handler answered by itself; what it threw comes to [#forbidden].
    private static Mono<Void> tellOfRefusals(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .then(
                        Mono.defer(() ->
                                HttpStatus.FORBIDDEN.equals(exchange.getResponse().getStatusCode())
                                        ? tellOfRefusal(exchange)
                                        : Mono.empty()));
    }

    private static Mono<Void> tellOfRefusal(ServerWebExchange exchange) {
        return exchange.<CallerAuthentication>getPrincipal()
                .doOnNext(who ->
                        SecurityLog.of(SecurityEvent.ACCESS_REFUSED)
                                .by(who.getPrincipal().attendeeId())
                                .device(who.getPrincipal().deviceSessionId())
                                .write())
                .then();
    }

    private static Mono<Void> problem(
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
}
