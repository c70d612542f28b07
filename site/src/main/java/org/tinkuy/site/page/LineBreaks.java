package org.tinkuy.site.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A browser counts a line break in a text area as one character, against `maxlength`, and sends
/// two (HTML: its "API value" has LF, a form's payload CR LF). Whatever it let through has to be
/// short enough here, too.
@Component
class LineBreaks implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getMethod().equals(HttpMethod.POST)
                ? chain.filter(new AsTyped(exchange))
                : chain.filter(exchange);
    }

    private static final class AsTyped extends ServerWebExchangeDecorator {

        AsTyped(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData().map(AsTyped::asTyped);
        }

        private static MultiValueMap<String, String> asTyped(MultiValueMap<String, String> sent) {
            var typed = new LinkedMultiValueMap<String, String>();
            sent.forEach((field, values) ->
                    typed.put(field, values.stream().map(AsTyped::asTyped).toList()));
            return typed;
        }

        /// @param text `null` where a field was sent without `=`
        private static @Nullable String asTyped(@Nullable String text) {
            return text == null ? null : text.replace("\r\n", "\n");
        }
    }
}
