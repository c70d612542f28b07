package org.tinkuy.site.programme.web;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.StillReading;
import org.tinkuy.site.programme.PublishedSchedule;
import org.tinkuy.site.programme.Schedule;
import reactor.core.publisher.Mono;

/// The schedule as of the moment a page was first asked about it: the page and the frame around it
/// show the same, whatever arrives while they are rendered.
@Component
public class PageSchedule implements HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = PageSchedule.class.getName();

    private final PublishedSchedule published;

    PageSchedule(PublishedSchedule published) {
        this.published = published;
    }

    public Schedule of(ServerWebExchange exchange) {
        return (Schedule)
                exchange.getAttributes().computeIfAbsent(ATTRIBUTE, _ -> published.current());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Schedule.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return published.hasHeardAll() ? Mono.just(of(exchange)) : Mono.error(new StillReading());
    }
}
