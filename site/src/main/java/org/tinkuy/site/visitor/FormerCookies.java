package org.tinkuy.site.visitor;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;

/// Lets browsers forget what they keep under a plain name since before the installation had TLS, or
/// before all names began with `__Host-`. Preferences go on under the new name.
@Component
class FormerCookies implements WebFilter {

    private final boolean secure;

    FormerCookies(SiteProperties properties) {
        this.secure = properties.isSecure();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (secure && !request.getCookies().isEmpty()) {
            for (var name : CookieNames.values()) {
                if (keeps(request, name.of(false))) {
                    forget(name, request, exchange.getResponse());
                }
            }
        }
        return chain.filter(exchange);
    }

    private static void forget(
            CookieNames name, ServerHttpRequest request, ServerHttpResponse response) {
        if (!keeps(request, name.of(true))) {
            switch (name) {
                case LANGUAGE ->
                        response.addCookie(Preferences.keep(Preferences.language(request), true));
                case TIME_ZONE -> {
                    var zone = Preferences.timeZone(request);
                    if (zone != null) {
                        response.addCookie(Preferences.keep(zone, true));
                    }
                }
                case DEVICE_SESSION, FORM, CHALLENGE, PENDING, OUTCOMES, STAFF_INVITATION -> {}
            }
        }
        response.addCookie(
                ResponseCookie.from(name.of(false), "")
                        .path("/")
                        .maxAge(Duration.ZERO)
                        .secure(true)
                        .build());
    }

    private static boolean keeps(ServerHttpRequest request, String name) {
        return request.getCookies().containsKey(name);
    }
}
