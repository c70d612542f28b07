package org.tinkuy.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
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

/// Signs tokens as registration-service does, with a key that a service trusts which imports this.
///
/// Tokens are issued and verified by the real time, however far a test moves the service's own.
@TestConfiguration(proxyBeanMethods = false)
public class Callers {

    private static final ECKey KEY = newKey();
    private static final Duration LIFE = Duration.ofMinutes(5);

    @Bean
    ReactiveJwtDecoder jwtDecoder() {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(_ -> Flux.just(KEY.toPublicJWK()))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(TokenVerificationAutoConfiguration.validator(Clock.systemUTC()));
        return decoder;
    }

    /// An `Authorization` header of whoever owns the organisation.
    public static String owner() {
        return bearer("owner:*");
    }

    public static String organiserOf(UUID programme) {
        return bearer("organiser:" + programme);
    }

    public static String attendee() {
        return bearer();
    }

    public static String bearer(String... roles) {
        return bearerOf(UUID.randomUUID(), roles);
    }

    public static String bearerOf(UUID attendee, String... roles) {
        return "Bearer " + token(attendee, Clock.systemUTC().instant(), roles);
    }

    public static String token(UUID attendee, Instant issued, String... roles) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(TokenVerificationAutoConfiguration.ISSUER)
                        .audience(TokenVerificationAutoConfiguration.AUDIENCE)
                        .subject(attendee.toString())
                        .claim(Caller.DEVICE_SESSION_CLAIM, UUID.randomUUID().toString())
                        .claim(Caller.ROLES_CLAIM, List.of(roles))
                        .issueTime(Date.from(issued))
                        .expirationTime(Date.from(issued.plus(LIFE)))
                        .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(TokenVerificationAutoConfiguration.TYPE))
                        .keyID(KEY.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /// The key set that registration-service would publish.
    public static String publishedKeys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
