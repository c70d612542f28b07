package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.delivery.Lane;

class RelayPaceTests {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Test
    void asksNobodyToWaitWithoutARate() {
        var pace = pace(0);
        for (var i = 0; i < 1_000; i++) {
            pace.took();
        }
        assertThat(pace.pause(Lane.NEWSLETTER)).isZero();
        assertThat(pace.atOnce(200)).isEqualTo(200);
    }

    @Test
    void spacesMailsEvenly() {
        var pace = pace(10);
        assertThat(pace.pause(Lane.NEWSLETTER)).isZero();
        pace.took();
        assertThat(pace.pause(Lane.NEWSLETTER)).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(60));
        assertThat(pace.pause(Lane.NOTICES)).isEqualTo(Duration.ofMillis(40));
        pass(Duration.ofMillis(40));
        assertThat(pace.pause(Lane.NOTICES)).isZero();
        assertThat(pace.atOnce(200)).isEqualTo(10);
    }

    @Test
    void savesNoTimeUpForABurst() {
        var pace = pace(10);
        pass(Duration.ofHours(1));
        pace.took();
        assertThat(pace.pause(Lane.DAY)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void letsCodesGoFirstAndOthersMakeRoomForThem() {
        var pace = pace(10);
        pace.took();
        assertThat(pace.pause(Lane.CODES)).isZero();
        pace.took();
        assertThat(pace.pause(Lane.NEWSLETTER)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void restsLongerEachTimeTheServerTurnsUsAway() {
        var pace = pace(0);
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            pace.turnedAway();
            assertThat(pace.pause(Lane.NOTICES)).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds));
            assertThat(pace.pause(Lane.NOTICES)).isZero();
        }
        pace.accepted();
        pace.turnedAway();
        assertThat(pace.pause(Lane.NOTICES)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void triesCodesAgainSoon() {
        var pace = pace(0);
        for (var i = 0; i < 4; i++) {
            pace.turnedAway();
            pass(Duration.ofSeconds(2));
            assertThat(pace.pause(Lane.CODES)).isZero();
        }
        pace.turnedAway();
        assertThat(pace.pause(Lane.CODES)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.pause(Lane.TEN_MINUTES)).isEqualTo(Duration.ofSeconds(16));
        pass(Duration.ofSeconds(2));
        assertThat(pace.pause(Lane.CODES)).isZero();
    }

    /// A server that stops ends all conversations, and answers what was on its way before.
    @Test
    void restsOnceForWhatManyConnectionsHearAtTheSameTime() {
        var pace = pace(0);
        assertThat(pace.turnedAway()).isTrue();
        for (var i = 0; i < 100; i++) {
            pass(Duration.ofMillis(1));
            assertThat(pace.turnedAway()).isFalse();
            pace.accepted();
        }
        assertThat(pace.pause(Lane.NEWSLETTER)).isEqualTo(Duration.ofMillis(900));
        pass(Duration.ofSeconds(1));
        assertThat(pace.pause(Lane.NEWSLETTER)).isZero();
        assertThat(pace.turnedAway()).isTrue();
        assertThat(pace.pause(Lane.NEWSLETTER)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void givesEachTurnToOne() {
        var pace = pace(10);
        assertThat(pace.turn(Lane.NEWSLETTER)).isZero();
        assertThat(pace.turn(Lane.NEWSLETTER)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void doesNotTakeGreylistingForABusyServer() {
        var pace = pace(0);
        for (var i = 0; i < 50; i++) {
            pace.deferred();
            pace.deferred();
            pace.accepted();
        }
        assertThat(pace.pause(Lane.NEWSLETTER)).isZero();
    }

    @Test
    void restsWhenTheServerPutsEverythingOff() {
        var pace = pace(0);
        for (var i = 0; i < 5; i++) {
            assertThat(pace.pause(Lane.NEWSLETTER)).isZero();
            pace.deferred();
        }
        assertThat(pace.pause(Lane.NEWSLETTER)).isEqualTo(Duration.ofSeconds(1));
    }

    private RelayPace pace(int rate) {
        return new RelayPace(rate, time::get);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
