package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.identity.IdentityFixtures.NOW;
import static org.tinkuy.registration.identity.IdentityFixtures.aKey;
import static org.tinkuy.registration.identity.IdentityFixtures.sealedWithAnotherSecret;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SigningKey first = aKey(NOW, NOW.plus(KeyRing.SIGNING));
    private final SigningKey second =
            aKey(first.signsUntil(), first.signsUntil().plus(KeyRing.SIGNING));

    @Test
    void needsAKeyAtOnceWhenThereIsNone() {
        assertThat(new KeyRing(List.of()).due(NOW)).contains(NOW);
    }

    @Test
    void aKeySignsFromTheInstantItWasNeededWhateverADatabaseRoundsTo() {
        var needed = NOW.plusNanos(999_999_999);

        assertThat(new KeyRing(List.of()).due(needed)).contains(NOW);
    }

    @Test
    void needsTheNextKeyAnHourBeforeTheLastOneEnds() {
        var ring = new KeyRing(List.of(first));
        var notice = first.signsUntil().minus(HOUR);

        assertThat(ring.due(notice.minusMillis(1))).isEmpty();
        assertThat(ring.due(notice)).contains(first.signsUntil());
    }

    @Test
    void needsNoThirdKeyWhenTheNextOneWaits() {
        var ring = new KeyRing(List.of(first, second));

        assertThat(ring.due(first.signsUntil())).isEmpty();
    }

    @Test
    void signsWithTheNextKeyFromTheInstantTheFirstEnds() {
        var ring = new KeyRing(List.of(first, second));

        assertThat(ring.signing(first.signsUntil().minusMillis(1))).contains(first);
        assertThat(ring.signing(first.signsUntil())).contains(second);
    }

    @Test
    void publishesAKeyBeforeItSignsAndAsLongAsItsTokensLive() {
        var ring = new KeyRing(List.of(first, second));

        assertThat(ring.published(NOW)).containsExactly(first, second);
        assertThat(ring.published(first.signsUntil().plus(ExchangeToken.LIFE)))
                .containsExactly(first, second);
        assertThat(ring.published(first.signsUntil().plus(HOUR))).containsExactly(second);
    }

    @Test
    void keepsAKeyForLongerThanItsLastTokenLives() {
        assertThat(KeyRing.RETENTION).isGreaterThan(ExchangeToken.LIFE);
    }

    @Test
    void makesANewKeyWhenTheSecretChanged() {
        var ring = new KeyRing(List.of(sealedWithAnotherSecret(first)));

        assertThat(ring.due(NOW)).contains(NOW);
        assertThat(ring.signing(NOW)).isEmpty();
        assertThat(ring.published(NOW)).hasSize(1);
    }

    @Test
    void startsAgainAfterALongSleep() {
        var later = first.signsUntil().plus(Duration.ofDays(30));

        assertThat(new KeyRing(List.of(first)).due(later)).contains(later);
    }
}
