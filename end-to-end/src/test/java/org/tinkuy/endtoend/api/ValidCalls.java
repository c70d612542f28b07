package org.tinkuy.endtoend.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tinkuy.endtoend.api.ApiDocument.Operation;
import org.tinkuy.endtoend.api.ApiDocument.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the document allows to be asked.
final class ValidCalls {

    /// Once used it stands for what was asked then.
    private static final String NEW_EACH_TIME = "Idempotency-Key";

    private final ApiDocument document;
    private final KnownValues known;
    private final Samples samples;

    ValidCalls(ApiDocument document, KnownValues known, Samples samples) {
        this.document = document;
        this.known = known;
        this.samples = samples;
    }

    /// As the document's examples have it.
    Call plain(Operation operation) {
        var values = new LinkedHashMap<String, String>();
        for (var parameter : operation.parameters()) {
            if (parameter.required()) {
                values.put(Call.key(parameter), value(operation, parameter));
            }
        }
        var call = new Call(operation, values, null, null);
        return bodies(operation).stream()
                .findFirst()
                .map(body -> call.sending(body.mediaType(), body.text()))
                .orElse(call);
    }

    /// Every example, and every parameter and member of the body at its limits.
    List<Call> of(Operation operation) {
        var calls = new ArrayList<Call>();
        calls.add(plain(operation));
        for (var parameter : operation.parameters()) {
            calls.add(plain(operation).with(parameter, value(operation, parameter)));
            for (var limit : samples.atTheLimitsOf(parameter.content().path("schema"))) {
                calls.add(plain(operation).with(parameter, limit.asString()));
            }
        }
        for (var body : bodies(operation)) {
            calls.add(plain(operation).sending(body.mediaType(), body.text()));
        }
        return calls;
    }

    private String value(Operation operation, Parameter parameter) {
        if (parameter.name().equals(NEW_EACH_TIME)) {
            return samples.uuid();
        }
        return known.of(operation, parameter)
                .orElseGet(() -> {
                    var given = samples.given(parameter.content());
                    return text(
                            given == null
                                    ? samples.of(parameter.content().path("schema"), false)
                                    : given);
                });
    }

    /// As it stands in an address.
    private static String text(JsonNode value) {
        return value.isArray() ? text(value.path(0)) : value.asString();
    }

    record Body(String mediaType, String text) {}

    private List<Body> bodies(Operation operation) {
        var bodies = new ArrayList<Body>();
        for (var type : document.bodies(operation)) {
            var schema = type.getValue().path("schema");
            var example = samples.given(type.getValue());
            var given = example == null ? null : known(operation, schema, example);
            if (given != null) {
                bodies.add(body(type.getKey(), given));
            }
            if (type.getKey().equals("application/json")) {
                for (var made : List.of(samples.of(schema, false), samples.of(schema, true))) {
                    bodies.add(body(type.getKey(), known(operation, schema, made)));
                }
                atTheLimits(schema, given == null ? samples.of(schema, true) : given)
                        .forEach(made -> bodies.add(body(type.getKey(), made)));
            } else if (given == null) {
                bodies.add(body(type.getKey(), samples.of(schema, true)));
            }
        }
        return bodies;
    }

    private JsonNode known(Operation operation, JsonNode schema, JsonNode body) {
        if (!(body instanceof ObjectNode)) {
            return body;
        }
        var filled = (ObjectNode) body.deepCopy();
        document.resolved(schema)
                .path("properties")
                .propertyNames()
                .forEach(name ->
                        known.of(operation, name).ifPresent(value -> filled.set(name, value)));
        return filled;
    }

    private List<JsonNode> atTheLimits(JsonNode schema, JsonNode plain) {
        var made = new ArrayList<JsonNode>();
        document.resolved(schema)
                .path("properties")
                .forEachEntry((name, property) -> {
                    for (var limit : samples.atTheLimitsOf(property)) {
                        if (plain.deepCopy() instanceof ObjectNode changed) {
                            made.add(changed.set(name, limit));
                        }
                    }
                });
        return made;
    }

    private static Body body(String mediaType, JsonNode value) {
        return new Body(
                mediaType,
                value.isString() && !mediaType.equals("application/json")
                        ? value.asString()
                        : JsonMapper.shared().writeValueAsString(value));
    }
}
