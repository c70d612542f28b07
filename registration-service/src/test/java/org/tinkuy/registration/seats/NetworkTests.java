package org.tinkuy.registration.seats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTests {

    @Test
    void isOneAddressOrWhatOneSubscriberHas() {
        assertThat(Network.of("203.0.113.7")).contains(new Network("203.0.113.7"));
        assertThat(Network.of("2001:db8:1:2::3"))
                .isEqualTo(Network.of("2001:db8:1:2:ffff::4"))
                .isNotEqualTo(Network.of("2001:db8:1:3::3"));
    }

    @Test
    void isNotKnownOfWhatIsNoAddress() {
        assertThat(Network.of("example.org")).isEmpty();
        assertThat(Network.of("")).isEmpty();
    }
}
