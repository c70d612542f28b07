package org.tinkuy.site.page;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Addresses that open something for whoever has them: no other page, no search engine and no cache
/// is to learn one, whatever the answer is, also that there is nothing here or not now.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecretAddresses implements WebFilter {

    private static final List<PathPattern> PATHS =
            List.of(
                            "/calendar/{*secret}",
                            "/speakers/invitation/{*token}",
                            "/newsletter/confirm/{*token}",
                            "/newsletter/unsubscribe/{*token}",
                            "/preview/{*secret}",
                            "/staff/invitation/{*token}",
                            "/sign-in/{challengeId:[0-9A-Fa-f-]{36}}")
                    .stream()
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();

    static boolean has(String path) {
        var parsed = PathContainer.parsePath(path);
        return PATHS.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    /// What is set here first, nobody sets otherwise: but for the feed, which a calendar program
    /// may keep for itself.
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (has(exchange.getRequest().getURI().getRawPath())) {
            var headers = exchange.getResponse().getHeaders();
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Robots-Tag", "noindex, nofollow");
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return chain.filter(exchange);
    }
}
