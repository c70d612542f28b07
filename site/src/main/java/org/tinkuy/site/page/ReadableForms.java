package org.tinkuy.site.page;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A form whose percent-encoding is broken is its sender's fault, and not ours.
@Component
class ReadableForms implements WebFilter {

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
            return super.getFormData()
                    .onErrorMap(
                            IllegalArgumentException.class,
                            broken ->
                                    new ServerWebInputException(
                                            "the form cannot be read", null, broken));
        }
    }
}
