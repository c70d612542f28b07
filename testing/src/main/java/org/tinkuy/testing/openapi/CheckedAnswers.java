package org.tinkuy.testing.openapi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.tinkuy.openapi.Documents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Holds every answer that a test of a service gets against the document of its API: a status that
/// the operation does not have, another media type, a body that its schema does not allow, fails
/// the test that asked.
public final class CheckedAnswers implements WebTestClientBuilderCustomizer {

    /// A method that is not there is refused alike everywhere, and described nowhere.
    private static final int UNDESCRIBED = HttpStatus.METHOD_NOT_ALLOWED.value();

    private record Operation(HttpMethod method, Pattern path, String name, JsonNode responses) {

        boolean is(HttpMethod asked, URI address) {
            return method.equals(asked) && path.matcher(address.getRawPath()).matches();
        }

        boolean isExact() {
            return !name.contains("{");
        }
    }

    private final JsonNode document;
    private final List<Operation> operations;
    private final BodyRules rules;

    CheckedAnswers(@Value("${spring.application.name}") String application) {
        this.document = Documents.read().of(application.replace("-service", ""), "/");
        this.operations = operations(document);
        this.rules = new BodyRules(document);
    }

    private static List<Operation> operations(JsonNode document) {
        var all = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    all.add(operation(path.getKey(), operation));
                }
            }
        }
        return all;
    }

    private static Operation operation(String path, Map.Entry<String, JsonNode> operation) {
        var method = HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT));
        var pattern =
                Pattern.compile(
                        Arrays.stream(path.split("/", -1))
                                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                                .collect(Collectors.joining("/")));
        return new Operation(
                method, pattern, method + " " + path, operation.getValue().path("responses"));
    }

    @Override
    public void customize(WebTestClient.Builder builder) {
        builder.filter(this::checked);
    }

    private Mono<ClientResponse> checked(ClientRequest request, ExchangeFunction next) {
        var operation = operation(request);
        return operation == null
                ? next.exchange(request)
                : next.exchange(request).flatMap(answer -> checked(operation, answer));
    }

    private @Nullable Operation operation(ClientRequest request) {
        var candidates =
                operations.stream()
                        .filter(operation -> operation.is(request.method(), request.url()))
                        .toList();
        return candidates.stream()
                .filter(Operation::isExact)
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.getFirst());
    }

    private Mono<ClientResponse> checked(Operation operation, ClientResponse answer) {
        return answer.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> {
                    var faults = faults(operation, answer, body);
                    if (!faults.isEmpty()) {
                        throw new AssertionError(operation.name() + ": " + faults);
                    }
                    var buffer = DefaultDataBufferFactory.sharedInstance.wrap(body);
                    return answer.mutate().body(Flux.just(buffer)).build();
                });
    }

    private List<String> faults(Operation operation, ClientResponse answer, byte[] body) {
        var status = answer.statusCode().value();
        var said =
                DocumentedOperation.resolved(
                        document, operation.responses().path(Integer.toString(status)));
        if (said.isMissingNode()) {
            return status == UNDESCRIBED ? List.of() : List.of(status + " is not described");
        }
        var faults = new ArrayList<String>();
        for (var header : said.path("headers").properties()) {
            var required =
                    DocumentedOperation.resolved(document, header.getValue())
                            .path("required")
                            .asBoolean(false);
            if (required && answer.headers().header(header.getKey()).isEmpty()) {
                faults.add(status + " without " + header.getKey());
            }
        }
        var content = said.path("content");
        if (content.isEmpty()) {
            if (body.length > 0) {
                faults.add(status + " has a body");
            }
            return faults;
        }
        var type =
                answer.headers()
                        .contentType()
                        .map(given -> given.getType() + "/" + given.getSubtype())
                        .orElse("no type");
        if (!content.has(type)) {
            faults.add(status + " is of " + type + ", said is " + content.propertyNames());
        } else if (type.endsWith("json")) {
            faults.addAll(
                    rules.faults(
                            content.path(type).path("schema"),
                            new String(body, StandardCharsets.UTF_8),
                            status < 400));
        }
        return faults;
    }
}
