package org.tinkuy.problems;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.requests.AcceptedTypes;
import org.tinkuy.requests.AllowedMethods;
import reactor.core.publisher.Mono;

/// Finds who answers a request. What is answered is JSON unless a handler says otherwise, and
/// nothing is done for a caller who would not take the answer, or who asks for what nobody reads.
final class Handlers extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
        var mapping = super.getMappingForMethod(method, handler);
        return mapping == null
                        || !mapping.getProducesCondition().isEmpty()
                        || !hasContent(ResolvableType.forMethodReturnType(method, handler))
                ? mapping
                : mapping.mutate().produces(MediaType.APPLICATION_JSON_VALUE).build();
    }

    private static boolean hasContent(ResolvableType answer) {
        var type = answer;
        while (Publisher.class.isAssignableFrom(type.toClass())
                || HttpEntity.class.isAssignableFrom(type.toClass())) {
            type = type.getGeneric();
        }
        return type.toClass() != void.class && type.toClass() != Void.class;
    }

    /// Spring passes over a weight of zero, and by a range that says less.
    @Override
    protected void handleMatch(
            RequestMappingInfo mapping, HandlerMethod handler, ServerWebExchange exchange) {
        super.handleMatch(mapping, handler, exchange);
        var accept = exchange.getRequest().getHeaders().getValuesAsList(HttpHeaders.ACCEPT);
        var answers = List.copyOf(mapping.getProducesCondition().getProducibleMediaTypes());
        if (!answers.isEmpty()
                && answers.stream().noneMatch(type -> AcceptedTypes.have(accept, type))) {
            throw new NotAcceptableStatusException(answers);
        }
        if (!HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())) {
            KnownParameters.check(exchange.getRequest().getQueryParams(), handler);
        }
    }

    @Override
    public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
        return super.getHandlerInternal(exchange)
                .delayUntil(handler ->
                        NoBody.isExpected(exchange.getRequest(), handler)
                                ? NoBody.check(exchange.getRequest())
                                : Mono.empty());
    }

    /// A refused method is told of the same ones that `OPTIONS` tells of.
    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> mappings, ServerWebExchange exchange) throws Exception {
        try {
            return super.handleNoMatch(mappings, exchange);
        } catch (MethodNotAllowedException refused) {
            throw AllowedMethods.all(refused);
        }
    }
}
