package org.tinkuy.gateway.edge.web;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.OwnOrigin;

/// What every answer carries unless the service says otherwise. Pages bring their own policy.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ResponseHeaders implements HttpHeadersFilter {

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private final boolean secure;

    ResponseHeaders(OwnOrigin ownOrigin) {
        this.secure = ownOrigin.secure();
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    /// Changes the headers in place: they were collected for this answer.
    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        HopByHop.in(headers).forEach(headers::remove);
        headers.remove(HttpHeaders.SERVER);
        headers.remove("X-Powered-By");
        add(headers, Passage.of(exchange).door());
        return headers;
    }

    void add(HttpHeaders headers, Door door) {
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        if (secure) {
            setIfAbsent(headers, "Strict-Transport-Security", A_YEAR);
        }
        if (door == Door.API) {
            setIfAbsent(
                    headers,
                    "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'");
            setIfAbsent(headers, "Referrer-Policy", "no-referrer");
            setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
