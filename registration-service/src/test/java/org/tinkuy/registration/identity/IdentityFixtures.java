package org.tinkuy.registration.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.UUID;
import org.tinkuy.email.EmailAddress;

/// People, challenges and keys of the tests.
final class IdentityFixtures {

    static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    static final EmailAddress ANA = new EmailAddress("ana@example.org");

    private IdentityFixtures() {}

    static SignIns.Request aRequestOf(EmailAddress address) {
        return new SignIns.Request(address, "es", null, null, null, null);
    }

    static SignInChallenge aMailedChallenge() {
        return SignInChallenge.opened(UUID.randomUUID(), aRequestOf(ANA), true, NOW);
    }

    static SignInChallenge anUnmailedChallenge() {
        return SignInChallenge.opened(UUID.randomUUID(), aRequestOf(ANA), false, NOW);
    }

    static SigningKey aKey(Instant from, Instant until) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var pair = generator.generateKeyPair();
            return new SigningKey(
                    UUID.randomUUID(),
                    (ECPublicKey) pair.getPublic(),
                    (ECPrivateKey) pair.getPrivate(),
                    from,
                    until);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SigningKey sealedWithAnotherSecret(SigningKey key) {
        return new SigningKey(key.id(), key.publicKey(), null, key.signsFrom(), key.signsUntil());
    }
}
