package org.tinkuy.gateway.edge.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.OwnOrigin;

/// What a service gets to see: nothing that only the gateway may say, unless the gateway says it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestHeaders implements HttpHeadersFilter {

    /// Tells the site that somebody is signed in, but that nobody can tell who.
    static final String IDENTITY = "X-Tinkuy-Identity";

    static final String UNTOLD = "untold";

    /// Traces begin here: an outsider must neither choose our trace ids nor have them sampled.
    private static final Set<String> OURS_ALONE =
            Set.of(
                    "authorization",
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

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var output = new HttpHeaders();
        var hopByHop = HopByHop.in(input);
        input.forEach((name, values) -> {
            var key = name.toLowerCase(Locale.ROOT);
            if (passes(key) && !hopByHop.contains(key)) {
                output.put(name, values);
            }
        });
        replaceCookies(input, output);
        addOurs(input, output, Passage.of(exchange));
        return output;
    }

    private static boolean passes(String key) {
        return !OURS_ALONE.contains(key)
                && OURS_ALONE_BY_PREFIX.stream().noneMatch(key::startsWith);
    }

    private void replaceCookies(HttpHeaders input, HttpHeaders output) {
        if (output.containsHeader(HttpHeaders.COOKIE)) {
            output.remove(HttpHeaders.COOKIE);
            var rest = cookie.without(String.join("; ", input.getOrEmpty(HttpHeaders.COOKIE)));
            if (!rest.isEmpty()) {
                output.set(HttpHeaders.COOKIE, rest);
            }
        }
    }

    private void addOurs(HttpHeaders input, HttpHeaders output, Passage passage) {
        if (passage.jwt() != null) {
            output.setBearerAuth(passage.jwt());
        }
        if (passage.untold()) {
            output.set(IDENTITY, UNTOLD);
        }
        output.set("X-Forwarded-For", passage.client().getHostAddress());
        output.set("X-Forwarded-Proto", scheme);
        var host = secure ? publicHost : input.getFirst(HttpHeaders.HOST);
        output.set("X-Forwarded-Host", host == null ? publicHost : host);
    }
}
