package org.tinkuy.registration.identity.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.registration.identity.PublishedKeys;
import reactor.core.publisher.Mono;

/// The public keys that verify tokens (RFC 7517).
@RestController
class KeysApi {

    /// A key is published an hour before it signs.
    private static final Duration CACHED = Duration.ofMinutes(5);

    private final PublishedKeys keys;

    KeysApi(PublishedKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    Mono<ResponseEntity<Map<String, Object>>> keys() {
        return keys.all()
                .map(JWKSet::toPublicJWKSet)
                .map(set ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.maxAge(CACHED))
                                .body(set.toJSONObject()));
    }
}
