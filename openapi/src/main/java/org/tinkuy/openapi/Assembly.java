package org.tinkuy.openapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes a document of parts: with the refusals that nobody writes for each operation, and with
/// what the parts use of what is common.
final class Assembly {

    private static final String VERSION = "3.1.0";
    private static final String COMPONENTS = "#/components/";

    /// In the order of the specification.
    private static final List<String> KINDS =
            List.of(
                    "schemas",
                    "responses",
                    "parameters",
                    "examples",
                    "requestBodies",
                    "headers",
                    "links");

    private final Source common;

    Assembly(Source common) {
        this.common = common;
    }

    /// @throws IllegalStateException if something is named that is not there, or there and not
    ///   named
    ObjectNode of(JsonNode info, List<Source> parts, String server) {
        var document = JsonMapper.shared().createObjectNode();
        document.put("openapi", VERSION);
        var everywhere = (ObjectNode) common.info().deepCopy();
        document.set("info", everywhere.retain("contact", "license").setAll((ObjectNode) info));
        document.putArray("servers").addObject().put("url", server);
        document.set("tags", tags(parts));
        var paths = document.putObject("paths");
        parts.forEach(part -> paths.setAll((ObjectNode) part.content().path("paths").deepCopy()));
        Source.operations(document).forEach(UsualRefusals::write);
        checkTags(document);
        document.set("components", components(document, parts));
        return document;
    }

    private static JsonNode tags(List<Source> parts) {
        var tags = JsonMapper.shared().createArrayNode();
        parts.stream()
                .flatMap(part -> part.content().path("tags").values().stream())
                .map(JsonNode::deepCopy)
                .forEach(tags::add);
        return tags;
    }

    private static void checkTags(ObjectNode document) {
        var described =
                document.path("tags").values().stream()
                        .map(tag -> tag.path("name").asString())
                        .collect(Collectors.toCollection(TreeSet::new));
        var used =
                Source.operations(document).stream()
                        .flatMap(operation -> operation.content().path("tags").values().stream())
                        .map(JsonNode::asString)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!described.equals(used)) {
            throw new IllegalStateException("Tags are " + described + ", used are " + used + ".");
        }
    }

    private ObjectNode components(ObjectNode document, List<Source> parts) {
        var own = JsonMapper.shared().createObjectNode();
        Stream.concat(parts.stream(), Stream.of(common))
                .map(source -> source.content().path("components"))
                .forEach(components -> addAll(components, own));
        var used = used(document, own);
        checkThatAllIsUsed(parts, used);
        var components = JsonMapper.shared().createObjectNode();
        for (var kind : KINDS) {
            for (var component : own.path(kind).properties()) {
                if (used.contains(kind + "/" + component.getKey())) {
                    components
                            .withObjectProperty(kind)
                            .set(component.getKey(), component.getValue());
                }
            }
        }
        components.set("securitySchemes", own.path("securitySchemes"));
        return components;
    }

    private static void addAll(JsonNode components, ObjectNode target) {
        for (var kind : components.properties()) {
            target.withObjectProperty(kind.getKey())
                    .setAll((ObjectNode) kind.getValue().deepCopy());
        }
    }

    /// @return such as `schemas/Seats`
    private static Set<String> used(ObjectNode document, ObjectNode components) {
        var used = new LinkedHashSet<String>();
        follow(document, components, used);
        return used;
    }

    private static void follow(JsonNode node, ObjectNode components, Set<String> used) {
        for (var reference : node.findValues("$ref")) {
            var name = reference.asString().replace(COMPONENTS, "");
            if (used.add(name)) {
                var component = components.at("/" + name);
                if (component.isMissingNode()) {
                    throw new IllegalStateException("There is no " + reference.asString() + ".");
                }
                follow(component, components, used);
            }
        }
    }

    private static void checkThatAllIsUsed(List<Source> parts, Set<String> used) {
        for (var part : parts) {
            for (var kind : part.content().path("components").properties()) {
                for (var name : kind.getValue().propertyNames()) {
                    if (!used.contains(kind.getKey() + "/" + name)) {
                        throw new IllegalStateException(
                                "%s.yaml: nobody uses %s %s."
                                        .formatted(part.name(), kind.getKey(), name));
                    }
                }
            }
        }
    }
}
