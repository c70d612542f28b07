package org.tinkuy.registration.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The keys that verify tokens, as JSON Web Keys without their private half.
@Component
public class PublishedKeys {

    private final TokenKeys keys;

    PublishedKeys(TokenKeys keys) {
        this.keys = keys;
    }

    public Mono<JWKSet> all() {
        return keys.published()
                .map(published ->
                        new JWKSet(published.stream().map(PublishedKeys::published).toList()));
    }

    /// Empty if no published key has this id.
    Mono<JWK> find(String id) {
        try {
            return keys.find(UUID.fromString(id)).map(PublishedKeys::published);
        } catch (IllegalArgumentException _) {
            return Mono.empty();
        }
    }

    private static JWK published(SigningKey key) {
        return new ECKey.Builder(Curve.P_256, key.publicKey())
                .keyID(key.id().toString())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
    }
}
