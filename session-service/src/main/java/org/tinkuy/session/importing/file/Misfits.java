package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Finds every value of a file that does not fit where it stands. The mapper stops at the first: it
/// is taken out, and what is left is tried again.
///
/// @param rest what fits; `null`: there is none
record Misfits(@Nullable ProgrammeFile rest, List<FieldError> errors) {

    /// More than a person mends before trying again.
    private static final int MOST = 20;

    /// Of a larger file the first is named alone, since each trial costs as much as reading it.
    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    Misfits {
        errors = List.copyOf(errors);
    }

    /// @param first at which the mapper stopped
    static Misfits in(Path file, YAMLMapper yaml, JacksonException first) {
        try (var reader = FileText.open(file)) {
            if (Files.size(file) > LARGEST.toBytes()) {
                return new Misfits(null, Unreadable.explain(first).errors());
            }
            return in(yaml.readTree(reader), yaml);
        } catch (JacksonException noYaml) {
            return new Misfits(null, Unreadable.explain(noYaml).errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Misfits in(JsonNode tree, YAMLMapper yaml) {
        var errors = new ArrayList<FieldError>();
        while (errors.size() < MOST) {
            try {
                return new Misfits(yaml.treeToValue(tree, ProgrammeFile.class), errors);
            } catch (JacksonException e) {
                errors.addAll(Unreadable.explain(e).errors());
                if (!takeOut(tree, e.getPath())) {
                    break;
                }
            }
        }
        return new Misfits(null, errors);
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
