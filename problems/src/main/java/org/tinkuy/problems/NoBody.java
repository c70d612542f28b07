package org.tinkuy.problems;

import java.util.Arrays;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Where an operation takes no body, what somebody writes there was meant to do something: a
/// campaign would go out at once although `sendAt` says when. None, white space and `{}` say
/// nothing.
final class NoBody {

    private static final Set<HttpMethod> WITHOUT_MEANING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    /// As the gateway takes it.
    private static final int LARGEST = (int) DataSize.ofKilobytes(64).toBytes();

    /// More than a person mends before trying again.
    private static final int MOST = 20;

    private NoBody() {}

    static boolean isExpected(ServerHttpRequest request, HandlerMethod handler) {
        return !WITHOUT_MEANING.contains(request.getMethod())
                && Arrays.stream(handler.getMethodParameters())
                        .noneMatch(parameter ->
                                parameter.hasParameterAnnotation(RequestBody.class)
                                        || parameter.getParameterType() == ServerHttpRequest.class);
    }

    /// Fails with [InvalidInput] if the request has one.
    static Mono<Void> check(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LARGEST)
                .map(NoBody::read)
                .flatMap(body -> isNothing(body) ? Mono.empty() : Mono.error(refusal(body)));
    }

    private static JsonNode read(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw Unreadable.explain(e);
        }
    }

    private static boolean isNothing(JsonNode body) {
        return body instanceof MissingNode
                || (body instanceof ObjectNode object && object.isEmpty());
    }

    private static InvalidInput refusal(JsonNode body) {
        return body instanceof ObjectNode object
                ? new InvalidInput(
                        object.propertyNames().stream()
                                .limit(MOST)
                                .map(name ->
                                        new FieldError(
                                                name, "unknown-field", "no body is read here"))
                                .toList())
                : InvalidInput.of("", "wrong-type", "expected no body");
    }
}
