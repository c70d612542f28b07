package org.tinkuy.registration.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.tinkuy.token.TokenVerificationAutoConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdentityConfiguration {

    @Bean
    DerivedSecrets derivedSecrets(IdentityProperties properties) {
        return new DerivedSecrets(properties.signInSecret());
    }

    @Bean
    SignInCodes signInCodes(DerivedSecrets secrets) {
        return new SignInCodes(secrets);
    }

    /// This service has the keys at hand and need not ask itself over HTTP.
    @Bean
    ReactiveJwtDecoder jwtDecoder(PublishedKeys keys, Clock clock) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(token -> verifying(keys, token))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(TokenVerificationAutoConfiguration.validator(clock));
        return decoder;
    }

    private static Flux<JWK> verifying(PublishedKeys keys, SignedJWT token) {
        return Mono.justOrEmpty(token.getHeader().getKeyID()).flatMap(keys::find).flux();
    }
}
