package org.tinkuy.session;

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
import java.time.Instant;
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

/// Signs tokens as registration-service does, with a key that the service under test trusts.
@TestConfiguration(proxyBeanMethods = false)
public class Callers {

    private static final ECKey KEY = key();

    @Bean
    ReactiveJwtDecoder jwtDecoder(Clock clock) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(_ -> Flux.just(KEY))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(TokenVerificationAutoConfiguration.validator(clock));
        return decoder;
    }

    public static String owner() {
        return bearer("owner:*");
    }

    public static String organiserOf(UUID programme) {
        return bearer("organiser:" + programme);
    }

    public static String attendee() {
        return bearer();
    }

    private static String bearer(String... roles) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(TokenVerificationAutoConfiguration.ISSUER)
                        .subject(UUID.randomUUID().toString())
                        .claim(Caller.DEVICE_SESSION_CLAIM, UUID.randomUUID().toString())
                        .claim(Caller.ROLES_CLAIM, List.of(roles))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).build(), claims);
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "Bearer " + token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
