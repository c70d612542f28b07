package org.tinkuy.registration.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeySealTests {

    private static final byte[] KEY = "a private key".getBytes(StandardCharsets.UTF_8);

    private final KeySeal seal = new KeySeal("a secret that only the tests of this service know");
    private final UUID id = UUID.randomUUID();

    @Test
    void opensWhatItSealed() {
        var sealed = seal.seal(id, KEY);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(seal.open(id, sealed)).contains(KEY);
    }

    @Test
    void opensNothingOfAnotherSecretOrAnotherKey() {
        var sealed = seal.seal(id, KEY);

        assertThat(new KeySeal("another secret that is just as long as this").open(id, sealed))
                .isEmpty();
        assertThat(seal.open(UUID.randomUUID(), sealed)).isEmpty();
    }
}
