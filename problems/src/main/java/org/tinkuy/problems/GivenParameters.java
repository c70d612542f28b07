package org.tinkuy.problems;

import java.util.List;
import java.util.Map;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A parameter that is given has a value. Spring would take an empty one for none, and `about=`
/// would ask for everything instead of for one thing.
final class GivenParameters implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getURI().getRawQuery() == null) {
            return chain.filter(exchange);
        }
        var empty =
                request.getQueryParams().entrySet().stream()
                        .filter(GivenParameters::isEmpty)
                        .map(parameter ->
                                new FieldError(parameter.getKey(), "required", "Give a value."))
                        .toList();
        return empty.isEmpty() ? chain.filter(exchange) : Mono.error(new InvalidInput(empty));
    }

    private static boolean isEmpty(Map.Entry<String, List<String>> parameter) {
        return parameter.getValue().stream()
                .anyMatch(value -> value == null || PlainText.showsNothing(value));
    }
}
