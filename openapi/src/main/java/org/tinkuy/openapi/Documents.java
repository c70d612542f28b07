package org.tinkuy.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The documents of the HTTP API in OpenAPI 3.1: one of each service, and one of all.
///
/// What is served is put together from YAML: `common.yaml`, and a file for each service, which says
/// only what is its own.
public final class Documents {

    /// The services, in the order in which the whole tells of them.
    public static final List<String> SERVICES = List.of("registration", "session", "notification");

    private final Assembly assembly;
    private final Source common;
    private final List<Source> parts;

    Documents(Source common, List<Source> parts) {
        this.assembly = new Assembly(common);
        this.common = common;
        this.parts = List.copyOf(parts);
        UniqueNames.check(parts);
    }

    /// @throws IllegalStateException if the files contradict each other or themselves
    public static Documents read() {
        var parts = new ArrayList<Source>();
        for (var service : SERVICES) {
            parts.add(new Source(service, file(service)));
        }
        return new Documents(new Source("common", file("common")), parts);
    }

    private static ObjectNode file(String name) {
        try (var file = Documents.class.getResourceAsStream(name + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name + ".yaml.");
            }
            return (ObjectNode) YAMLMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param service one of [#SERVICES]
    /// @param server where the API is, such as `https://tinkuy.example.org`; `/`: where this is
    ///   read
    public ObjectNode of(String service, String server) {
        return parts.stream()
                .filter(part -> part.name().equals(service))
                .findFirst()
                .map(part -> assembly.of(part.info(), List.of(part), server))
                .orElseThrow(() -> new IllegalArgumentException("no service: " + service));
    }

    /// All services in one.
    public ObjectNode whole(String server) {
        return assembly.of(common.info(), parts, server);
    }
}
