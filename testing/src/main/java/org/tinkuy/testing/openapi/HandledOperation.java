package org.tinkuy.testing.openapi;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.type.TypeFactory;

/// What a service does, as its handler is written.
///
/// @param parameters as [#parameter] shows them, and whether they are required
/// @param status of success
/// @param body `null`: none is read
/// @param answer `null`: none is written
record HandledOperation(
        String method,
        String path,
        SortedMap<String, Boolean> parameters,
        SortedSet<String> consumes,
        SortedSet<String> produces,
        int status,
        @Nullable Type body,
        @Nullable Type answer) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]++)}");

    /// What the gateway says, and no caller can.
    private static final Set<String> OF_THE_GATEWAY = Set.of("X-Forwarded-For");

    /// Such as `GET /api/seats`.
    String name() {
        return method + " " + path;
    }

    /// Such as `query limit`.
    static String parameter(String in, String name) {
        return in + " " + name;
    }

    static Stream<HandledOperation> of(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .map(method ->
                                        of(
                                                mapping,
                                                handler,
                                                method.name(),
                                                pattern.getPatternString())));
    }

    private static HandledOperation of(
            RequestMappingInfo mapping, HandlerMethod handler, String method, String path) {
        var parameters = Arrays.asList(handler.getMethod().getParameters());
        var body = body(parameters);
        var answer = content(handler.getMethod().getGenericReturnType());
        return new HandledOperation(
                method,
                path,
                parameters(path, parameters),
                types(mapping.getConsumesCondition().getConsumableMediaTypes(), body),
                types(mapping.getProducesCondition().getProducibleMediaTypes(), answer),
                status(handler),
                body,
                answer);
    }

    private static SortedMap<String, Boolean> parameters(String path, List<Parameter> given) {
        var all = new TreeMap<String, Boolean>();
        VARIABLE.matcher(path)
                .results()
                .forEach(variable -> all.put(parameter("path", variable.group(1)), true));
        for (var parameter : given) {
            var query = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
            if (query != null) {
                var name = query.name().isEmpty() ? parameter.getName() : query.name();
                all.put(parameter("query", name), required(query.required(), query.defaultValue()));
            }
            var header = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestHeader.class);
            if (header != null && !OF_THE_GATEWAY.contains(header.name())) {
                all.put(
                        parameter("header", header.name()),
                        required(header.required(), header.defaultValue()));
            }
        }
        return all;
    }

    private static boolean required(boolean required, String defaultValue) {
        return required && defaultValue.equals(ValueConstants.DEFAULT_NONE);
    }

    private static @Nullable Type body(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .map(parameter -> content(parameter.getParameterizedType()))
                .orElse(null);
    }

    private static SortedSet<String> types(Collection<?> told, @Nullable Type content) {
        var types = new TreeSet<String>();
        told.forEach(type -> types.add(type.toString()));
        if (types.isEmpty() && content != null) {
            types.add(DocumentedOperation.JSON);
        }
        return types;
    }

    private static int status(HandlerMethod handler) {
        var status = handler.getMethodAnnotation(ResponseStatus.class);
        return status == null ? 200 : status.code().value();
    }

    /// Of what comes later, or in an envelope.
    private static @Nullable Type content(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            var raw = (Class<?>) parameterized.getRawType();
            var argument = parameterized.getActualTypeArguments()[0];
            if (raw == Mono.class || HttpEntity.class.isAssignableFrom(raw)) {
                return content(argument);
            }
            if (raw == Flux.class) {
                return TypeFactory.createDefaultInstance()
                        .constructCollectionType(
                                List.class,
                                TypeFactory.createDefaultInstance().constructType(argument));
            }
        }
        return type == Void.class || type == void.class ? null : type;
    }
}
