package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Headers between two neighbours only, which a proxy must not pass on (RFC 9110, 7.6.1).
final class HopByHop {

    private static final Set<String> ALWAYS =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private HopByHop() {}

    /// Lower-case names: those of the standard and those that `Connection` lists.
    static Set<String> in(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONNECTION)) {
            return ALWAYS;
        }
        var names = new HashSet<>(ALWAYS);
        for (var line : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (var name : line.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
