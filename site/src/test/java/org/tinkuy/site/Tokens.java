package org.tinkuy.site;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.tinkuy.token.Caller;
import org.tinkuy.token.TokenVerificationAutoConfiguration;

/// Tokens as registration-service signs them.
final class Tokens {

    static final UUID ROSA = UUID.fromString("0195a1c0-0000-7000-8000-000000000020");

    private static final ECKey KEY = key();

    static final String KEYS = new JWKSet(KEY.toPublicJWK()).toString();

    private Tokens() {}

    static String attendee() {
        return signed(List.of());
    }

    static String organiser(String... roles) {
        return signed(List.of(roles));
    }

    private static String signed(List<String> roles) {
        try {
            var claims =
                    new JWTClaimsSet.Builder()
                            .issuer(TokenVerificationAutoConfiguration.ISSUER)
                            .subject(ROSA.toString())
                            .claim(Caller.DEVICE_SESSION_CLAIM, UUID.randomUUID().toString())
                            .claim(Caller.ROLES_CLAIM, roles)
                            .issueTime(Date.from(SitePagesTests.NOW.minusSeconds(5)))
                            .expirationTime(Date.from(SitePagesTests.NOW.plusSeconds(300)))
                            .build();
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
