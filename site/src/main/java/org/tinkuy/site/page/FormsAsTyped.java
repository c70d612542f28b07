package org.tinkuy.site.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Forms as they were typed. A browser counts a line break in a text area as one character, against
/// `maxlength`, and sends two (HTML: its "API value" has LF, a form's payload CR LF): whatever it
/// let through has to be short enough here, too. A form whose percent-encoding is broken is its
/// sender's fault, and not ours.
@Component
class FormsAsTyped implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getMethod().equals(HttpMethod.POST)
                ? chain.filter(new WithForm(exchange))
                : chain.filter(exchange);
    }

    private static final class WithForm extends ServerWebExchangeDecorator {

        WithForm(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return asTyped(super.getFormData());
        }
    }

    static Mono<MultiValueMap<String, String>> asTyped(Mono<MultiValueMap<String, String>> sent) {
        return sent.onErrorMap(
                        IllegalArgumentException.class,
                        broken ->
                                new ServerWebInputException(
                                        "the form cannot be read", null, broken))
                .map(FormsAsTyped::asTyped);
    }

    private static MultiValueMap<String, String> asTyped(MultiValueMap<String, String> sent) {
        var typed = new LinkedMultiValueMap<String, String>();
        sent.forEach((field, values) ->
                typed.put(field, values.stream().map(FormsAsTyped::asTyped).toList()));
        return typed;
    }

    /// @param text `null` where a field was sent without `=`
    private static @Nullable String asTyped(@Nullable String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }
}
