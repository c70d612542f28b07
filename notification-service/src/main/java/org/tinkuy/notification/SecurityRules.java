package org.tinkuy.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.tinkuy.token.TokenSecurity;

/// Who may ask what. The gateway routes none of the actuator.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityRules {

    @Bean
    SecurityWebFilterChain rules(ServerHttpSecurity http, TokenSecurity tokens) {
        return tokens.apply(http)
                .authorizeExchange(rules ->
                        rules.pathMatchers("/actuator/**")
                                .permitAll()
                                .matchers(
                                        TokenSecurity.reads(
                                                "/api/newsletters/consents",
                                                "/api/unsubscriptions/*"))
                                .permitAll()
                                .pathMatchers(
                                        HttpMethod.POST,
                                        "/api/newsletters/*/subscriptions",
                                        "/api/newsletter-confirmations",
                                        "/api/newsletter-confirmations/preview",
                                        "/api/unsubscriptions/*")
                                .permitAll()
                                .pathMatchers(
                                        "/api/newsletters/*/subscriptions/count",
                                        "/api/newsletters/*/removals",
                                        "/api/campaigns",
                                        "/api/campaigns/**")
                                .authenticated()
                                .pathMatchers("/api/deliveries", "/api/deliveries/**")
                                .authenticated()
                                .anyExchange()
                                .denyAll())
                .build();
    }
}
