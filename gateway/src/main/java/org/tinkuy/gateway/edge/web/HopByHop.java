package org.tinkuy.gateway.edge.web;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

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
        var listed = headers.getConnection();
        if (listed.isEmpty()) {
            return ALWAYS;
        }
        var names = new HashSet<>(ALWAYS);
        listed.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
