package org.tinkuy.token;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The part of every service's filter chain that is the same: no session, no login page, tokens
/// verified, problems as RFC 9457.
///
/// CSRF needs no token here: only the gateway reads cookies, and it refuses unsafe requests of
/// another origin.
public final class TokenSecurity {

    private final ReactiveJwtDecoder decoder;

    TokenSecurity(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
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
                                        jwt.jwtDecoder(decoder)
                                                .jwtAuthenticationConverter(
                                                        TokenSecurity::authenticate))
                                .authenticationEntryPoint(
                                        (exchange, _) -> unauthenticated(exchange)))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(
                                        (exchange, _) -> unauthenticated(exchange))
                                .accessDeniedHandler((exchange, _) -> forbidden(exchange)));
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

    private static Mono<Void> unauthenticated(ServerWebExchange exchange) {
        return problem(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in first.");
    }

    private static Mono<Void> forbidden(ServerWebExchange exchange) {
        return problem(
                exchange, HttpStatus.FORBIDDEN, "forbidden", "Your roles do not allow this.");
    }

    private static Mono<Void> problem(
            ServerWebExchange exchange, HttpStatus status, String type, String title) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body =
                "{\"type\":\"urn:tinkuy:problem:%s\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(type, title, status.value());
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }
}
