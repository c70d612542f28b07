package org.tinkuy.openapi;

import java.util.HashMap;
import java.util.List;

/// What a client's author sees of three files is one API: no name means two things in it.
final class UniqueNames {

    private final HashMap<String, String> owners = new HashMap<>();

    private UniqueNames() {}

    /// @throws IllegalStateException naming what is there twice
    static void check(List<Source> parts) {
        var names = new UniqueNames();
        for (var part : parts) {
            for (var operation : part.operations()) {
                names.claim("operation " + operation.id(), part, operation);
                var template = operation.path().replaceAll("\\{[^{}]*+}", "{}");
                names.claim("path " + operation.method() + " " + template, part, operation);
            }
            for (var tag : part.content().path("tags")) {
                names.claim("tag " + tag.path("name").asString(), part.name());
            }
            for (var kind : part.content().path("components").properties()) {
                for (var name : kind.getValue().propertyNames()) {
                    names.claim(kind.getKey() + " " + name, part.name());
                }
            }
        }
    }

    private void claim(String name, Source part, Source.Operation operation) {
        claim(name, part.name() + ", " + operation.shown());
    }

    private void claim(String name, String owner) {
        var former = owners.put(name, owner);
        if (former != null) {
            throw new IllegalStateException(
                    "%s is there twice: %s; %s".formatted(name, former, owner));
        }
    }
}
