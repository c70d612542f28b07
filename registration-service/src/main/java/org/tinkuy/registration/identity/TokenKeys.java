package org.tinkuy.registration.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.TimeOrderedId;
import reactor.core.publisher.Mono;

/// The key that signs now and those that verify, read from the database at most once a minute by
/// each instance, and made when one is due.
@Component
public class TokenKeys {

    /// Far below [KeyRing#NOTICE], so that every instance knows a key before it signs.
    private static final Duration REREAD_AFTER = Duration.ofMinutes(1);

    /// A token with an invented key id must not read the database every time.
    private static final Duration REREAD_FOR_UNKNOWN_AFTER = Duration.ofSeconds(1);

    private record Reading(KeyRing ring, Instant at) {

        boolean isOlderThan(Duration age, Instant now) {
            return now.isBefore(at) || !now.isBefore(at.plus(age));
        }
    }

    private final SigningKeys keys;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private volatile Reading reading = new Reading(new KeyRing(List.of()), Instant.MIN);

    TokenKeys(SigningKeys keys, TransactionalOperator transaction, Clock clock) {
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<SigningKey> signing(Instant now) {
        var current = reading;
        var known = current.ring().signing(now);
        if (known.isPresent() && !current.isOlderThan(REREAD_AFTER, now)) {
            return Mono.just(known.get());
        }
        return reread(now).map(ring -> ring.signing(now).orElseThrow());
    }

    /// What is published now; always read afresh.
    public Mono<List<SigningKey>> published() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return reread(now).map(ring -> ring.published(now));
        });
    }

    /// Empty if no published key has this id.
    Mono<SigningKey> find(UUID id) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var current = reading;
            return find(current.ring(), id, now)
                    .switchIfEmpty(
                            current.isOlderThan(REREAD_FOR_UNKNOWN_AFTER, now)
                                    ? reread(now).flatMap(ring -> find(ring, id, now))
                                    : Mono.empty());
        });
    }

    private static Mono<SigningKey> find(KeyRing ring, UUID id, Instant now) {
        return Mono.justOrEmpty(
                ring.published(now).stream().filter(key -> key.id().equals(id)).findFirst());
    }

    private Mono<KeyRing> reread(Instant now) {
        return ring().flatMap(ring -> ring.due(now).isPresent() ? makeKey(now) : Mono.just(ring))
                .doOnNext(ring -> reading = new Reading(ring, now));
    }

    /// Looks again under the lock: another instance may have been first.
    private Mono<KeyRing> makeKey(Instant now) {
        var made =
                keys.lock()
                        .then(ring())
                        .flatMap(ring -> Mono.justOrEmpty(ring.due(now)))
                        .flatMap(from -> keys.add(generated(from, now)))
                        .then(ring());
        return transaction.transactional(made);
    }

    private Mono<KeyRing> ring() {
        return keys.all().collectList().map(KeyRing::new);
    }

    private static SigningKey generated(Instant from, Instant now) {
        var pair = keyPair();
        return new SigningKey(
                TimeOrderedId.at(now),
                (ECPublicKey) pair.getPublic(),
                (ECPrivateKey) pair.getPrivate(),
                from,
                from.plus(KeyRing.SIGNING));
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
