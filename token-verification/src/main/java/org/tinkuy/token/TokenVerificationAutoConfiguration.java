package org.tinkuy.token;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Verifies tokens against the published keys; registration-service brings its own decoder, because
/// it has the keys at hand.
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties(TokenProperties.class)
public class TokenVerificationAutoConfiguration {

    public static final String ISSUER = "tinkuy";

    /// All services are one: a page asks several of them with the same token.
    public static final String AUDIENCE = "tinkuy-services";

    /// An access token (RFC 9068, 2.1), so that nothing else that a key of ours may once sign is
    /// taken for one (RFC 8725, 3.11).
    public static final String TYPE = "at+jwt";

    /// Clocks of several machines differ by seconds; a token lives for five minutes.
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final Duration KEYS_TIMEOUT = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(TokenProperties properties, Clock clock) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(properties.keys().toString())
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .webClient(keysClient())
                        .build();
        decoder.setJwtValidator(validator(clock));
        return decoder;
    }

    /// Requests wait while the keys are fetched, so that it must not take long.
    private static WebClient keysClient() {
        var client =
                HttpClient.create()
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(KEYS_TIMEOUT.toMillis()))
                        .responseTimeout(KEYS_TIMEOUT);
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
    }

    /// For a service that builds its own decoder, which leaves the type to this (`validateType`).
    public static DelegatingOAuth2TokenValidator<Jwt> validator(Clock clock) {
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        timestamps.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                timestamps,
                new JwtTypeValidator(TYPE),
                new JwtIssuerValidator(ISSUER),
                new JwtAudienceValidator(AUDIENCE));
    }

    @Bean
    TokenSecurity tokenSecurity(
            ReactiveJwtDecoder decoder,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        return new TokenSecurity(decoder, handlers);
    }

    /// Of paths only: methods are answered by who knows them, and what may stand in parameters and
    /// headers was checked before (plain-requests).
    @Bean
    StrictServerWebExchangeFirewall plainPathsOnly() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedParameterValues(_ -> true);
        return firewall;
    }

    /// As every other failure: whoever answers those finds the words.
    @Bean
    ServerExchangeRejectedHandler refusedPaths() {
        return (_, refusal) ->
                Mono.error(
                        new ResponseStatusException(
                                HttpStatus.BAD_REQUEST, refusal.getMessage(), refusal));
    }
}
