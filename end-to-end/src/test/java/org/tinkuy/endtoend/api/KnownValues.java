package org.tinkuy.endtoend.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.endtoend.api.ApiDocument.Operation;
import org.tinkuy.endtoend.api.ApiDocument.Parameter;
import org.tinkuy.testing.RawHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that answers gave for other operations: for parameters, as the document's links say, and
/// for members of bodies that have the name of one of the answer's, such as `version`.
final class KnownValues {

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();
    private static final String BODY = "$response.body#";
    private static final String HEADER = "$response.header.";
    private static final String REQUEST = "$request.";

    private final ApiDocument document;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> fixed = new HashSet<>();

    /// By the operation that an answer leads to.
    private final Map<String, JsonNode> answers = new HashMap<>();

    KnownValues(ApiDocument document) {
        this.document = document;
        document.operations().forEach(operation -> operations.put(operation.id(), operation));
    }

    /// From now on everything is asked of that one.
    void fix(Call call, RawHttp.Answer answer) {
        learn(call, answer);
        fixed.addAll(values.keySet());
    }

    Optional<String> of(Operation operation, Parameter parameter) {
        return Optional.ofNullable(values.get(key(operation, parameter)))
                .or(() -> ofId(parameter.name()));
    }

    /// For a member of the operation's body.
    Optional<JsonNode> of(Operation operation, String member) {
        var answer = answers.getOrDefault(operation.id(), NODES.missingNode());
        var given = answer.path(member);
        if (!given.isMissingNode()) {
            return Optional.of(given);
        }
        return member.endsWith("Ids")
                ? ofId(member.substring(0, member.length() - 1))
                        .map(id -> NODES.arrayNode().add(id))
                : ofId(member).map(NODES::stringNode);
    }

    /// A `sessionId` is what stands for `{id}` in `/api/sessions/{id}`.
    private Optional<String> ofId(String name) {
        return name.endsWith("Id")
                ? Optional.ofNullable(
                        values.get("/api/" + name.substring(0, name.length() - 2) + "s/{id}"))
                : Optional.empty();
    }

    /// Whether it can be asked without anything else having been asked before.
    boolean isIndependent(Operation operation) {
        return operation.parametersIn("path").stream()
                .allMatch(parameter -> fixed.contains(key(operation, parameter)));
    }

    /// Operations whose answers lead to that one: those that make something, then those that the
    /// document tells of shortly before.
    List<Operation> leadingTo(Operation target) {
        var all = document.operations();
        var sources = new ArrayList<Operation>();
        for (var operation : all.subList(0, all.indexOf(target)).reversed()) {
            if (leads(operation, target)) {
                sources.add(makes(operation) ? 0 : sources.size(), operation);
            }
        }
        all.subList(all.indexOf(target) + 1, all.size()).stream()
                .filter(operation -> leads(operation, target))
                .forEach(sources::add);
        return sources;
    }

    private boolean leads(Operation operation, Operation target) {
        return operation.content().path("responses").values().stream()
                .flatMap(answer -> document.resolved(answer).path("links").valueStream())
                .map(document::resolved)
                .anyMatch(link -> link.path("operationId").asString().equals(target.id()));
    }

    private static boolean makes(Operation operation) {
        return operation.content().path("responses").has("201");
    }

    void learn(Call call, RawHttp.Answer answer) {
        var described =
                document.resolved(
                        call.operation()
                                .content()
                                .path("responses")
                                .path(Integer.toString(answer.status())));
        described.path("links").forEach(link -> learn(document.resolved(link), call, answer));
    }

    private void learn(JsonNode link, Call call, RawHttp.Answer answer) {
        var target = operations.get(link.path("operationId").asString());
        if (target == null) {
            throw new IllegalStateException("a link leads nowhere: " + link);
        }
        if (answer.header("content-type").orElse("").endsWith("/json")) {
            answers.put(target.id(), firstOf(JsonMapper.shared().readTree(answer.body())));
        }
        for (var parameter : target.parameters()) {
            var given = link.path("parameters");
            var expression =
                    given.has(parameter.name())
                            ? given.path(parameter.name())
                            : given.path(Call.key(parameter));
            var value = value(expression.asString(""), call, answer);
            if (value != null && !value.isEmpty() && !fixed.contains(key(target, parameter))) {
                values.put(key(target, parameter), value);
            }
        }
    }

    private static JsonNode firstOf(JsonNode answer) {
        return answer.isArray()
                ? answer.path(0)
                : answer.path("items").isArray() ? answer.path("items").path(0) : answer;
    }

    private static @Nullable String value(String expression, Call call, RawHttp.Answer answer) {
        if (expression.startsWith(BODY)) {
            var found =
                    JsonMapper.shared()
                            .readTree(answer.body())
                            .at(expression.substring(BODY.length()));
            return found.isValueNode() ? found.asString() : null;
        }
        if (expression.startsWith(HEADER)) {
            return answer.header(expression.substring(HEADER.length()).toLowerCase(Locale.ROOT))
                    .orElse(null);
        }
        return expression.startsWith(REQUEST)
                ? call.values().get(expression.substring(REQUEST.length()))
                : expression;
    }

    /// What one operation on `/api/sessions/{id}` learns, all know.
    private static String key(Operation operation, Parameter parameter) {
        var place = "{" + parameter.name() + "}";
        var end = operation.path().indexOf(place);
        return parameter.in().equals("path") && end >= 0
                ? operation.path().substring(0, end + place.length())
                : operation.id() + " " + Call.key(parameter);
    }
}
