package org.tinkuy.notification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.tinkuy.token.Caller;
import org.tinkuy.token.TokenVerificationAutoConfiguration;
import reactor.core.publisher.Flux;

/// Tokens as registration-service signs them, with a key of the test's own.
@TestConfiguration(proxyBeanMethods = false)
public class Tokens {

    private static final ECKey KEY = newKey();

    public static String bearer(String... roles) {
        return bearerOf(UUID.randomUUID(), roles);
    }

    public static String bearerOf(UUID attendee, String... roles) {
        var now = Clock.systemUTC().instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(TokenVerificationAutoConfiguration.ISSUER)
                        .subject(attendee.toString())
                        .claim(Caller.DEVICE_SESSION_CLAIM, UUID.randomUUID().toString())
                        .claim(Caller.ROLES_CLAIM, List.of(roles))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .build();
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(),
                            claims);
            jwt.sign(new ECDSASigner(KEY));
            return "Bearer " + jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    ReactiveJwtDecoder decoder() {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(_ -> Flux.just(KEY.toPublicJWK()))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(TokenVerificationAutoConfiguration.validator(Clock.systemUTC()));
        return decoder;
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
