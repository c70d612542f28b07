package org.tinkuy.problems;

import java.util.LinkedHashMap;
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

    /// What the mapper refuses as text may fit as a tree, such as an object with something after
    /// its end.
    public Misfits<T> orAlone(JacksonException first) {
        return errors.isEmpty() ? alone(first) : this;
    }

    /// @param tree is changed
    /// @param read fails with a [JacksonException] for the first that does not fit
    public static <T> Misfits<T> in(JsonNode tree, Function<JsonNode, T> read) {
        // A field that has to be there is missing once it is taken out: that is no second fault.
        var errors = new LinkedHashMap<String, FieldError>();
        while (errors.size() < MOST) {
            try {
                return new Misfits<>(read.apply(tree), List.copyOf(errors.values()));
            } catch (JacksonException e) {
                var error = Unreadable.explain(e).errors().getFirst();
                var isNew = errors.putIfAbsent(error.field(), error) == null;
                if (!takeOut(tree, e.getPath(), isNew)) {
                    break;
                }
            }
        }
        return new Misfits<>(null, List.copyOf(errors.values()));
    }

    /// The others of a list keep their places. What has to be there, and is not, is `null` then.
    ///
    /// @return whether something else stands there now
    private static boolean takeOut(
            JsonNode tree, List<JacksonException.Reference> path, boolean isNew) {
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
                    takeOut(object, last.getPropertyName(), isNew);
            case ArrayNode list when !list.path(last.getIndex()).isNull() -> {
                list.set(last.getIndex(), NullNode.getInstance());
                yield true;
            }
            default -> false;
        };
    }

    private static boolean takeOut(ObjectNode object, String name, boolean isNew) {
        if (isNew && object.remove(name) != null) {
            return true;
        }
        return object.replace(name, NullNode.getInstance()) == null;
    }
}
