package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.OwnOrigin;

/// What every answer carries unless the service says otherwise. Pages bring their own policy.
@Component
class ResponseHeaders {

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    /// Nobody needs to know what runs here, and parts, which a service may offer, are asked of
    /// none.
    private static final Set<String> UNTOLD = Set.of("server", "x-powered-by", "accept-ranges");

    private final boolean secure;

    ResponseHeaders(OwnOrigin ownOrigin) {
        this.secure = ownOrigin.secure();
    }

    void copy(HttpHeaders input, HttpHeaders output, Door door) {
        var hopByHop = HopByHop.in(input);
        for (var headers = input.iteratorAsString(); headers.hasNext(); ) {
            var header = headers.next();
            var key = header.getKey().toLowerCase(Locale.ROOT);
            if (!hopByHop.contains(key) && !UNTOLD.contains(key)) {
                output.add(header.getKey(), header.getValue());
            }
        }
        add(output, door);
    }

    void add(HttpHeaders headers, Door door) {
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        if (secure) {
            setIfAbsent(headers, "Strict-Transport-Security", A_YEAR);
        }
        if (door.isForPrograms()) {
            setIfAbsent(
                    headers,
                    "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'");
            setIfAbsent(headers, "Referrer-Policy", "no-referrer");
            setIfAbsent(headers, "X-Robots-Tag", "noindex");
            setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
            setIfAbsent(headers, HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
    }

    private static void setIfAbsent(HttpHeaders headers, CharSequence name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
