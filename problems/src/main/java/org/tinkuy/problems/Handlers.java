package org.tinkuy.problems;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /// The paths without a variable.
    private final Set<String> words = new HashSet<>();

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

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        handlers.keySet().forEach(mapping -> words.addAll(getDirectPaths(mapping)));
    }

    /// Where a word has its own place, as in `/api/programmes/import`, it is nobody's name: Spring
    /// would ask for the programme `import` by all other methods.
    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo mapping, ServerWebExchange exchange) {
        return isForAnother(mapping, exchange) ? null : super.getMatchingMapping(mapping, exchange);
    }

    private boolean isForAnother(RequestMappingInfo mapping, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication().value();
        return words.contains(path) && !getDirectPaths(mapping).contains(path);
    }

    /// A refused method is told of the same ones that `OPTIONS` tells of.
    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> mappings, ServerWebExchange exchange) throws Exception {
        var possible = new HashSet<>(mappings);
        possible.removeIf(mapping -> isForAnother(mapping, exchange));
        try {
            return super.handleNoMatch(possible, exchange);
        } catch (MethodNotAllowedException refused) {
            throw AllowedMethods.all(refused);
        }
    }
}
