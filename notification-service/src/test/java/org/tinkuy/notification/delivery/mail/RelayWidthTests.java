package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against relays that are played: how much they take with so many connections, and how many of
/// those they take at all.
class RelayWidthTests {

    private static final int MOST = 150;

    private final RelayWidth width = new RelayWidth(MOST);

    /// @param most mails per second, however many connections there are
    /// @param perConnection mails per second of one
    /// @param connections beyond which it refuses more
    private record Relay(double most, double perConnection, int connections) {

        void measure(RelayWidth width) {
            if (width.width() > connections) {
                width.tookNoMoreThan(connections);
            }
            width.handedOver(Math.min(most, perConnection * width.width()));
        }

        void measure(RelayWidth width, int times) {
            for (var i = 0; i < times; i++) {
                measure(width);
            }
        }
    }

    private static Relay thinkingFor(int milliseconds) {
        return new Relay(100_000, 1_000.0 / milliseconds, 10_000);
    }

    @Test
    void beginsWithFew() {
        assertThat(width.width()).isEqualTo(RelayWidth.FIRST);
        assertThat(new RelayWidth(1).width()).isEqualTo(1);
    }

    /// At 20 mails a second each.
    @Test
    void growsToTheBoundWithinAFewMeasurementsWhereThatPays() {
        thinkingFor(50).measure(width, 7);
        assertThat(width.width()).isEqualTo(MOST);
        thinkingFor(50).measure(width, 1_000);
        assertThat(width.width()).isEqualTo(MOST);
    }

    @Test
    void staysSmallWhereMoreDoNotPay() {
        var fast = new Relay(8_000, 6_000, 10_000);
        fast.measure(width, 2);
        for (var i = 0; i < 1_000; i++) {
            fast.measure(width);
            assertThat(width.width()).isLessThanOrEqualTo(2 * RelayWidth.FIRST);
        }
        fast.measure(width, 2);
        assertThat(width.width()).isEqualTo(RelayWidth.FIRST);
    }

    /// One of twenty connections' worth, whatever is opened.
    @Test
    void stopsGrowingSoonAfterTheRelayBecomesNoFaster() {
        var bounded = new Relay(400, 20, 10_000);
        bounded.measure(width, 1_000);
        assertThat(width.width()).isBetween(16, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 50})
    void keepsToWhatTheRelayTakes(int connections) {
        var relay = new Relay(100_000, 20, connections);
        relay.measure(width, 1_000);
        var refused = 0;
        for (var i = 0; i < 1_000; i++) {
            relay.measure(width);
            refused += width.width() > connections ? 1 : 0;
            assertThat(width.width())
                    .isBetween(Math.max(1, connections), connections + 1 + connections / 8);
        }
        assertThat(refused).as("asked for more only now and then").isLessThan(1_000 / 20);
    }

    @Test
    void findsOutWhenTheRelayTakesMoreThanBefore() {
        new Relay(100_000, 20, 20).measure(width, 200);
        assertThat(width.width()).isLessThan(25);
        thinkingFor(50).measure(width, 2_000);
        assertThat(width.width()).isEqualTo(MOST);
    }

    @Test
    void halvesWhenItIsTurnedAwayAndComesBackByAndBy() {
        thinkingFor(50).measure(width, 100);
        width.turnedAway();
        assertThat(width.width()).isEqualTo(MOST / 2);
        width.turnedAway();
        assertThat(width.width()).isEqualTo(MOST / 4);
        thinkingFor(50).measure(width, RelayWidth.CONTENT_FOR);
        assertThat(width.width()).isEqualTo(MOST / 4);
        thinkingFor(50).measure(width, RelayWidth.CONTENT_FOR);
        assertThat(width.width()).isBetween(MOST / 4 + 1, MOST);
        thinkingFor(50).measure(width, 2_000);
        assertThat(width.width()).isEqualTo(MOST);
    }

    @Test
    void keepsOneHoweverOftenItIsTurnedAway() {
        for (var i = 0; i < 100; i++) {
            width.turnedAway();
            width.tookNoMoreThan(0);
        }
        assertThat(width.width()).isEqualTo(1);
    }

    @Test
    void goesOnByDoublingWhereWhatItLearntIsOld() {
        var width = new RelayWidth(64);
        width.tookNoMoreThan(1);

        width.forget();

        var widths = new ArrayList<Integer>();
        for (var i = 0; i < 4; i++) {
            width.handedOver(10.0 * width.width());
            widths.add(width.width());
        }
        assertThat(widths).containsExactly(2, 4, 8, 16);
    }
}
