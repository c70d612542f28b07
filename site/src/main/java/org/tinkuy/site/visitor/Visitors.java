package org.tinkuy.site.visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.token.CallerAuthentication;
import reactor.core.publisher.Mono;

/// Recognises the visitor: as an argument of a page's method, and as the locale of its words.
@Component(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
public class Visitors implements HandlerMethodArgumentResolver, LocaleContextResolver, WebFilter {

    private static final String NOT_RECOGNISED = Visitors.class.getName() + ".notRecognised";

    /// The gateway says `untold` in it when somebody shows a token and nobody can tell whose.
    private static final String IDENTITY = "X-Tinkuy-Identity";

    private final boolean secure;

    Visitors(SiteProperties properties) {
        this.secure = properties.isSecure();
    }

    /// Somebody shows a token, and nobody can tell whose it is.
    public static void notRecognised(ServerWebExchange exchange) {
        exchange.getAttributes().put(NOT_RECOGNISED, true);
    }

    /// Known before anything is verified: the page may say something of a person.
    public static boolean showsToken(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    /// Asking such a visitor to sign in would be wrong: they are signed in.
    public static boolean mayBeSignedIn(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(NOT_RECOGNISED);
    }

    public Mono<Visitor> of(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var language = Preferences.language(request);
        var zone = Preferences.timeZone(request);
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(CallerAuthentication.class)
                .map(caller -> new Visitor(language, zone, caller))
                .defaultIfEmpty(new Visitor(language, zone, null));
    }

    /// Remembers the language of a page that was opened with one, unless it is the language of the
    /// page around it or a program asks, and from where it is asked for.
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Preferences.switched(exchange.getRequest())
                .filter(_ -> !Embedding.isEmbedded(exchange.getRequest()))
                .filter(_ -> !isFeed(exchange.getRequest()))
                .ifPresent(language ->
                        exchange.getResponse().addCookie(Preferences.keep(language, secure)));
        if (exchange.getRequest().getHeaders().containsHeader(IDENTITY)) {
            notRecognised(exchange);
        }
        var client = exchange.getRequest().getHeaders().getFirst(ClientAddress.HEADER);
        var answered = chain.filter(exchange);
        return client == null
                ? answered
                : answered.contextWrite(context -> ClientAddress.remember(context, client));
    }

    /// Its language is part of its address, and nobody reads on from there.
    private static boolean isFeed(ServerHttpRequest request) {
        var path = request.getURI().getRawPath();
        return path.endsWith(".ics") || path.endsWith(".atom");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return of(exchange).cast(Object.class);
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(Preferences.language(exchange.getRequest()).locale());
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext locale) {
        throw new UnsupportedOperationException("the language is switched by a link");
    }
}
