package org.tinkuy.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Every value of an input that does not fit where it stands. The mapper stops at the first: it is
/// taken out, and what is left is tried again.
///
/// @param rest what fits; `null`: there is none
public record Misfits<T>(@Nullable T rest, List<FieldError> errors) {

    /// More than a person mends before trying again.
    private static final int MOST = 20;

    public Misfits {
        errors = List.copyOf(errors);
    }

    /// Of what is no JSON or YAML at all.
    public static <T> Misfits<T> alone(JacksonException failure) {
        return new Misfits<>(null, Unreadable.explain(failure).errors());
    }

    /// @param tree is changed
    /// @param read fails with a [JacksonException] for the first that does not fit
    public static <T> Misfits<T> in(JsonNode tree, Function<JsonNode, T> read) {
        var errors = new ArrayList<FieldError>();
        while (errors.size() < MOST) {
            try {
                return new Misfits<>(read.apply(tree), errors);
            } catch (JacksonException e) {
                var found = Unreadable.explain(e).errors();
                found.stream().filter(error -> !errors.contains(error)).forEach(errors::add);
                if (!takeOut(tree, e.getPath())) {
                    break;
                }
            }
        }
        return new Misfits<>(null, errors);
    }

    /// The others of a list keep their places.
    ///
    /// @return whether something was there
    private static boolean takeOut(JsonNode tree, List<JacksonException.Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        var parent = tree;
        for (var step : path.subList(0, path.size() - 1)) {
            parent =
                    step.getPropertyName() == null
                            ? parent.path(step.getIndex())
                            : parent.path(step.getPropertyName());
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object when last.getPropertyName() != null ->
                    object.remove(last.getPropertyName()) != null;
            case ArrayNode list when !list.path(last.getIndex()).isNull() -> {
                list.set(last.getIndex(), NullNode.getInstance());
                yield true;
            }
            default -> false;
        };
    }
}
