package org.tinkuy.testing.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.openapi.Documents;
import tools.jackson.databind.json.JsonMapper;

/// Holds the handlers of a service against the document of its API: the same operations, with the
/// same parameters, media types and status; bodies and answers with the same fields.
public final class DocumentedService {

    private static final String API = "/api/";

    private final DocumentedOperations documented;
    private final RequestMappingHandlerMapping handlers;
    private final TypesAndSchemas types;

    /// @param service one of [Documents#SERVICES]
    /// @param json what the service writes answers with
    public DocumentedService(
            String service, RequestMappingHandlerMapping handlers, JsonMapper json) {
        var document = Documents.read().of(service, "/");
        this.documented = new DocumentedOperations(document);
        this.handlers = handlers;
        this.types = new TypesAndSchemas(document, json);
    }

    /// @return what is said and not so, and what is so and not said, each on a line
    public List<String> differences() {
        var differences = new ArrayList<String>();
        var said = new TreeMap<>(documented.byName());
        for (var handled : handled()) {
            var operation = said.remove(handled.name());
            if (operation == null) {
                differences.add(handled.name() + " is not in the document");
            } else {
                compare(handled, operation, differences);
            }
        }
        said.keySet().forEach(name -> differences.add(name + " is handled by nobody"));
        return differences;
    }

    private List<HandledOperation> handled() {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .flatMap(entry -> HandledOperation.of(entry.getKey(), entry.getValue()))
                .filter(operation -> operation.path().startsWith(API))
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.tinkuy.");
    }

    private void compare(
            HandledOperation handled, DocumentedOperation said, List<String> differences) {
        var name = handled.name();
        differ(
                name + " parameters",
                handled.parameters().keySet(),
                said.parameters().keySet(),
                differences);
        handled.parameters()
                .forEach((parameter, required) -> {
                    if (required && !said.parameters().getOrDefault(parameter, true)) {
                        differences.add(name + " requires " + parameter);
                    }
                });
        differ(name + " takes", handled.consumes(), said.consumes(), differences);
        differ(name + " answers with", handled.produces(), said.produces(), differences);
        if (!said.successes().contains(handled.status())) {
            differ(name + " status", handled.status(), said.successes(), differences);
        }
        if (handled.body() != null && said.consumes().contains(DocumentedOperation.JSON)) {
            types.compareRequest(handled.body(), said.body(), name, differences);
        }
        if (handled.answer() != null && said.produces().contains(DocumentedOperation.JSON)) {
            types.compareAnswer(handled.answer(), said.answer(), name, differences);
        }
    }

    private static void differ(String what, Object handled, Object said, List<String> differences) {
        if (!handled.equals(said)) {
            differences.add("%s: is %s, said is %s".formatted(what, handled, said));
        }
    }
}
