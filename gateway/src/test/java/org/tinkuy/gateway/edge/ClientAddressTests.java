package org.tinkuy.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTests {

    private final ClientAddress trusting =
            new ClientAddress(List.of("10.0.0.0/8", "127.0.0.1", "fd00::/8"));

    @Test
    void believesNobodyByDefault() {
        var address = new ClientAddress(List.of());
        assertThat(address.of(ip("203.0.113.9"), List.of("198.51.100.1")))
                .isEqualTo(ip("203.0.113.9"));
    }

    @Test
    void believesATrustedProxy() {
        assertThat(trusting.of(ip("10.1.2.3"), List.of("198.51.100.1")))
                .isEqualTo(ip("198.51.100.1"));
        assertThat(trusting.of(ip("fd00::1"), List.of("2001:db8::7"))).isEqualTo(ip("2001:db8::7"));
    }

    @Test
    void doesNotBelieveWhatTheClientWroteInFront() {
        assertThat(trusting.of(ip("10.1.2.3"), List.of("1.1.1.1, 198.51.100.1")))
                .isEqualTo(ip("198.51.100.1"));
        assertThat(trusting.of(ip("10.1.2.3"), List.of("1.1.1.1", "198.51.100.1, 10.9.9.9")))
                .isEqualTo(ip("198.51.100.1"));
    }

    @Test
    void staysWithTheLastAddressThatItCanRead() {
        assertThat(trusting.of(ip("10.1.2.3"), List.of("unknown"))).isEqualTo(ip("10.1.2.3"));
        assertThat(trusting.of(ip("10.1.2.3"), List.of())).isEqualTo(ip("10.1.2.3"));
    }

    @Test
    void takesA64ForOneNetwork() {
        assertThat(ClientAddress.network(ip("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(ClientAddress.network(ip("2001:db8:1:2:ffff::1")))
                .isNotEqualTo(ClientAddress.network(ip("2001:db8:1:3::1")));
        assertThat(ClientAddress.network(ip("203.0.113.9")))
                .isNotEqualTo(ClientAddress.network(ip("203.0.113.10")));
    }

    @Test
    void doesNotStartWithAProxyThatIsNoAddress() {
        assertThatThrownBy(() -> new ClientAddress(List.of("everyone")))
                .hasMessageStartingWith("TINKUY_TRUSTED_PROXIES is \"everyone\"; it must be ");
    }

    private static InetAddress ip(String text) {
        return InetAddress.ofLiteral(text);
    }
}
