package org.tinkuy.session.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.tinkuy.token.TokenSecurity;

/// Who may come in at all. Which programme a caller may change is decided where the programme is
/// known.
@Configuration(proxyBeanMethods = false)
class SessionServiceSecurity {

    @Bean
    SecurityWebFilterChain accessRules(ServerHttpSecurity http, TokenSecurity tokens) {
        return tokens.apply(http)
                .authorizeExchange(rules ->
                        rules
                                // The gateway routes none of these: they are for operators.
                                .pathMatchers("/actuator/**")
                                .permitAll()
                                // What is published is public.
                                .matchers(TokenSecurity.reads("/api/**"))
                                .permitAll()
                                // Whoever has the secret in the body is the speaker.
                                .pathMatchers(
                                        HttpMethod.POST,
                                        "/api/speaker-invitations",
                                        "/api/speaker-invitations/preview")
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .build();
    }
}
