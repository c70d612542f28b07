package org.tinkuy.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A file as it is written.
///
/// @param name the file's, without `.yaml`
record Source(String name, ObjectNode content) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /// @param method in small letters
    record Operation(String path, String method, ObjectNode content) {

        String id() {
            return content.path("operationId").asString("");
        }

        String shown() {
            return method + " " + path;
        }
    }

    JsonNode info() {
        return content.path("info");
    }

    List<Operation> operations() {
        return operations(content);
    }

    static List<Operation> operations(ObjectNode document) {
        var all = new ArrayList<Operation>();
        forEach(
                document.path("paths"),
                path ->
                        forEach(
                                path.getValue(),
                                operation -> {
                                    if (METHODS.contains(operation.getKey())) {
                                        all.add(
                                                new Operation(
                                                        path.getKey(),
                                                        operation.getKey(),
                                                        (ObjectNode) operation.getValue()));
                                    }
                                }));
        return all;
    }

    private static void forEach(JsonNode object, Consumer<Map.Entry<String, JsonNode>> action) {
        object.properties().forEach(action);
    }
}
