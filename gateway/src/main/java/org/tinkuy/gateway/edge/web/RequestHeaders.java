package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.OwnOrigin;

/// What a service gets to see: nothing that only the gateway may say, unless the gateway says it.
@Component
class RequestHeaders {

    /// Tells the site that somebody is signed in, but that nobody can tell who.
    static final String IDENTITY = "X-Tinkuy-Identity";

    static final String UNTOLD = "untold";

    /// Traces begin here: an outsider must neither choose our trace ids nor have them sampled.
    private static final Set<String> OURS_ALONE =
            Set.of(
                    "authorization",
                    "host",
                    "expect",
                    "forwarded",
                    "x-real-ip",
                    "x-client-ip",
                    "true-client-ip",
                    "x-original-url",
                    "x-rewrite-url",
                    "x-http-method",
                    "x-http-method-override",
                    "x-method-override",
                    "traceparent",
                    "tracestate",
                    "baggage",
                    "b3");

    /// Nobody needs parts of files, and reading parts may never end where the demand for them is
    /// overrun (spring-framework#25093, open): everybody gets the whole.
    private static final Set<String> PARTS = Set.of("range", "if-range");

    /// What our HTTP client would say of itself: the visitor's own words are to be the only ones.
    private static final List<String> CLIENTS_OWN = List.of("user-agent", "accept");

    private static final List<String> OURS_ALONE_BY_PREFIX =
            List.of("x-forwarded-", "x-tinkuy-", "x-b3-");

    private final DeviceCookie cookie;
    private final String scheme;
    private final String publicHost;
    private final boolean secure;

    RequestHeaders(DeviceCookie cookie, OwnOrigin ownOrigin, EdgeProperties properties) {
        this.cookie = cookie;
        this.secure = ownOrigin.secure();
        this.scheme = secure ? "https" : "http";
        this.publicHost = properties.publicUrl().getAuthority();
    }

    void copy(HttpHeaders input, HttpHeaders output, Passage passage) {
        var hopByHop = HopByHop.in(input);
        CLIENTS_OWN.forEach(output::remove);
        for (var headers = input.iteratorAsString(); headers.hasNext(); ) {
            var header = headers.next();
            var key = header.getKey().toLowerCase(Locale.ROOT);
            if (key.equals("cookie") || hopByHop.contains(key) || isOursAlone(key)) {
                continue;
            }
            output.add(header.getKey(), header.getValue());
        }
        passCookies(input, output);
        addOurs(input, output, passage);
    }

    private static boolean isOursAlone(String key) {
        if (OURS_ALONE.contains(key) || PARTS.contains(key)) {
            return true;
        }
        for (var prefix : OURS_ALONE_BY_PREFIX) {
            if (key.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private void passCookies(HttpHeaders input, HttpHeaders output) {
        if (input.contains(HttpHeaderNames.COOKIE)) {
            var rest = cookie.without(String.join("; ", input.getAll(HttpHeaderNames.COOKIE)));
            if (!rest.isEmpty()) {
                output.set(HttpHeaderNames.COOKIE, rest);
            }
        }
    }

    private void addOurs(HttpHeaders input, HttpHeaders output, Passage passage) {
        if (passage.jwt() != null) {
            output.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + passage.jwt());
        }
        if (passage.untold()) {
            output.set(IDENTITY, UNTOLD);
        }
        output.set("X-Forwarded-For", passage.client().getHostAddress());
        output.set("X-Forwarded-Proto", scheme);
        var host = secure ? publicHost : input.get(HttpHeaderNames.HOST);
        output.set("X-Forwarded-Host", host == null ? publicHost : host);
    }
}
