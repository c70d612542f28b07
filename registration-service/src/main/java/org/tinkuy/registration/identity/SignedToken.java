package org.tinkuy.registration.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import org.tinkuy.token.TokenVerificationAutoConfiguration;

/// The claims of an access token and its form on the wire (RFC 9068, ES256).
record SignedToken(
        AttendeeId attendee,
        DeviceSessionId deviceSession,
        List<Grant> grants,
        Instant issuedAt,
        Instant expiresAt) {

    /// Who asks for them (RFC 9068, 2.2).
    private static final String CLIENT = "gateway";

    /// @throws IllegalArgumentException if the key cannot sign
    String signedBy(SigningKey key) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(TokenVerificationAutoConfiguration.TYPE))
                        .keyID(key.id().toString())
                        .build();
        var token = new SignedJWT(header, claims());
        try {
            token.sign(new ECDSASigner(Objects.requireNonNull(key.privateKey())));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the key " + key.id() + " does not sign", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(TokenVerificationAutoConfiguration.ISSUER)
                .audience(TokenVerificationAutoConfiguration.AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", CLIENT)
                .subject(attendee.value().toString())
                .claim(Caller.DEVICE_SESSION_CLAIM, deviceSession.value().toString())
                .claim(Caller.ROLES_CLAIM, grants.stream().map(Grant::claim).toList())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
    }
}
