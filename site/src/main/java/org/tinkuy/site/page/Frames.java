package org.tinkuy.site.page;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.visitor.Preferences;
import org.tinkuy.site.visitor.Visitors;
import reactor.core.publisher.Mono;

@Component
class Frames {

    static final String ATTRIBUTE = "frame";

    private static final String LANGUAGE_EQUALS = Preferences.LANGUAGE_PARAMETER + "=";

    private final Visitors visitors;
    private final Assets assets;
    private final NewsletterOffers newsletters;
    private final URI publicUrl;

    Frames(
            Visitors visitors,
            Assets assets,
            NewsletterOffers newsletters,
            SiteProperties properties) {
        this.visitors = visitors;
        this.assets = assets;
        this.newsletters = newsletters;
        this.publicUrl = properties.publicUrl();
    }

    Mono<Frame> of(ServerWebExchange exchange) {
        var uri = exchange.getRequest().getURI();
        var path = SecretAddresses.has(uri.getRawPath()) ? "/" : uri.getRawPath();
        var address = publicUrl.resolve(local(path));
        return visitors.of(exchange)
                .map(visitor ->
                        new Frame(
                                visitor,
                                path,
                                here(exchange),
                                address,
                                Preferences.switched(exchange.getRequest())
                                        .map(language -> inLanguage(address, language))
                                        .orElse(address),
                                Arrays.stream(Language.values())
                                        .map(language ->
                                                new Frame.LanguageLink(
                                                        language,
                                                        link(uri, language),
                                                        inLanguage(address, language),
                                                        language == visitor.language()))
                                        .toList(),
                                newsletters.on(exchange),
                                assets.stylesheet(),
                                assets.script(),
                                assets.embeddedScript(),
                                assets.keptScript(),
                                assets.icon(),
                                assets.touchIcon(),
                                publicUrl.resolve(assets.card())));
    }

    /// Path and query of a page, for a link that leads away and back. Without the language, which
    /// may be another by then, and without a query that a [LocalPath] has no place for.
    static String here(ServerWebExchange exchange) {
        var uri = exchange.getRequest().getURI();
        if (SecretAddresses.has(uri.getRawPath())) {
            return "/";
        }
        var path = local(uri.getRawPath());
        var query = otherParameters(uri.getRawQuery()).collect(Collectors.joining("&"));
        return query.isEmpty() ? path : LocalPath.of(path + "?" + query, path);
    }

    private static URI inLanguage(URI address, Language language) {
        return URI.create(address + "?" + LANGUAGE_EQUALS + language.tag());
    }

    /// Path and query only: the site does not know what host the gateway was asked for.
    private static String link(URI uri, Language language) {
        var query =
                Stream.concat(
                                otherParameters(uri.getRawQuery()),
                                Stream.of(LANGUAGE_EQUALS + language.tag()))
                        .collect(Collectors.joining("&"));
        return local(uri.getRawPath()) + "?" + query;
    }

    /// `//host` would lead away from here.
    private static String local(String path) {
        return "/" + path.replaceFirst("^/+", "");
    }

    /// As they came: what a browser leaves unencoded, such as brackets, is not ours to refuse.
    private static Stream<String> otherParameters(@Nullable String query) {
        return query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&"))
                        .filter(parameter ->
                                !parameter.isEmpty() && !parameter.startsWith(LANGUAGE_EQUALS));
    }
}
