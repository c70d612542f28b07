package org.tinkuy.registration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.tinkuy.token.TokenSecurity;

/// Who may ask what. Ownership ("one's own registration") and roles per programme are decided where
/// the registration and the programme are known.
@Configuration(proxyBeanMethods = false)
class RegistrationServiceSecurity {

    @Bean
    SecurityWebFilterChain rules(ServerHttpSecurity http, TokenSecurity tokens) {
        return tokens.apply(http)
                .authorizeExchange(rules ->
                        rules.pathMatchers("/api/sign-ins/**", "/api/staff-invitations/preview")
                                .permitAll()
                                .pathMatchers(HttpMethod.POST, "/api/registrations")
                                .permitAll()
                                .matchers(
                                        TokenSecurity.reads("/api/seats", "/.well-known/jwks.json"))
                                .permitAll()
                                // The gateway routes neither: they are for the network inside.
                                .pathMatchers("/internal/**", "/actuator/**")
                                .permitAll()
                                .pathMatchers("/api/**")
                                .authenticated()
                                .anyExchange()
                                .denyAll())
                .build();
    }
}
