package org.tinkuy.registration.seats;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Where requests come from: one IPv4 address, or the /64 that one IPv6 subscriber has. A hall or a
/// mobile carrier is one network for hundreds of people.
public record Network(String value) {

    private static final int PREFIX_BYTES_OF_IPV6 = 8;

    /// Empty for what is no address.
    public static Optional<Network> of(String address) {
        try {
            return Optional.of(of(InetAddress.ofLiteral(address.strip())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Network of(InetAddress address) {
        return new Network(
                address instanceof Inet6Address
                        ? prefix(address.getAddress()) + "/64"
                        : address.getHostAddress());
    }

    private static String prefix(byte[] address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, PREFIX_BYTES_OF_IPV6));
    }
}
