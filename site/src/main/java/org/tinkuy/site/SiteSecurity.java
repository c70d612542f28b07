package org.tinkuy.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.CacheSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec.FrameOptionsSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.tinkuy.site.visitor.Embedding;
import org.tinkuy.site.visitor.Visitors;
import org.tinkuy.token.TokenSecurity;
import reactor.core.publisher.Mono;

/// Who may open a page is decided by the page, because the answer is a page too (sign in first, not
/// for you). A token that cannot be verified is no token: the programme stays readable while
/// registration-service, which has the keys, is away.
@Configuration(proxyBeanMethods = false)
class SiteSecurity {

    /// Everything comes from here and nothing is inline, so neither nonces nor hashes are needed.
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; manifest-src 'self';"
                    + " form-action 'self'; base-uri 'none'; ";

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityWebFilterChain pages(ServerHttpSecurity http, TokenSecurity tokens) {
        return tokens.apply(http)
                .oauth2ResourceServer(server ->
                        server.authenticationFailureHandler(SiteSecurity::goOnAsAnonymous))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .headers(SiteSecurity::headers)
                .build();
    }

    /// What may stand in other people's pages is the same for everybody: no token is read, so that
    /// nobody can be made to do something there in their own name.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain embedded(ServerHttpSecurity http) {
        return http.securityMatcher(
                        ServerWebExchangeMatchers.pathMatchers(
                                Embedding.PATH + "/**", Embedding.SCRIPT))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .headers(SiteSecurity::headers)
                .headers(SiteSecurity::inOtherPages)
                .build();
    }

    private static void inOtherPages(HeaderSpec headers) {
        headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_POLICY + "frame-ancestors *"))
                .frameOptions(FrameOptionsSpec::disable)
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.CROSS_ORIGIN));
    }

    private static Mono<Void> goOnAsAnonymous(
            WebFilterExchange exchange, AuthenticationException failure) {
        if (failure instanceof AuthenticationServiceException) {
            Visitors.notRecognised(exchange.getExchange());
        }
        return exchange.getChain().filter(exchange.getExchange());
    }

    private static void headers(HeaderSpec headers) {
        headers.cache(CacheSpec::disable)
                .contentSecurityPolicy(policy ->
                        policy.policyDirectives(CONTENT_POLICY + "frame-ancestors 'none'"))
                .permissionsPolicy(policy -> policy.policy(PERMISSIONS_POLICY))
                .referrerPolicy(
                        referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
