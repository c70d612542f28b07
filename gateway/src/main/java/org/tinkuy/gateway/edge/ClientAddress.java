package org.tinkuy.gateway.edge;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.settings.RefusedSetting;

/// Finds out who is at the other end: the peer, or, where the peer is a proxy that we trust, the
/// address that this proxy saw.
public final class ClientAddress {

    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    private final List<IpSubnetFilterRule> trustedProxies;

    /// @param trustedProxies addresses or networks such as `10.0.0.0/8`
    public ClientAddress(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(ClientAddress::rule).toList();
    }

    /// @param forwardedFor the values of `X-Forwarded-For`; each proxy appends at the end, so that
    ///   they are believed from the end, and only as far as the proxies are ours
    public InetAddress of(InetAddress peer, List<String> forwardedFor) {
        var client = peer;
        var hops = forwardedFor.stream().flatMap(line -> Arrays.stream(line.split(","))).toList();
        for (var hop : hops.reversed()) {
            if (!isTrusted(client)) {
                return client;
            }
            var address = parse(hop.strip());
            if (address == null) {
                return client;
            }
            client = address;
        }
        return client;
    }

    /// The network that shares a limit: one IPv4 address, or the /64 that one IPv6 subscriber has.
    public static String network(InetAddress client) {
        if (client instanceof Inet6Address) {
            var prefix = Arrays.copyOf(client.getAddress(), NETWORK_BYTES_OF_IPV6);
            return HexFormat.of().formatHex(prefix) + "/64";
        }
        return client.getHostAddress();
    }

    /// Whether it is a proxy that we trust.
    public boolean isTrusted(InetAddress address) {
        var socketAddress = new InetSocketAddress(address, 0);
        return trustedProxies.stream().anyMatch(rule -> rule.matches(socketAddress));
    }

    private static @Nullable InetAddress parse(String hop) {
        return NetUtil.createInetAddressFromIpAddressString(hop);
    }

    private static IpSubnetFilterRule rule(String network) {
        var slash = network.indexOf('/');
        var address = slash < 0 ? network : network.substring(0, slash);
        var wholeAddress = NetUtil.isValidIpV6Address(address) ? 128 : 32;
        try {
            var prefix = slash < 0 ? wholeAddress : Integer.parseInt(network.substring(slash + 1));
            return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException _) {
            throw RefusedSetting.of(
                    "TINKUY_TRUSTED_PROXIES",
                    network,
                    "addresses or networks such as 10.0.0.0/8, separated by commas");
        }
    }
}
