package org.tinkuy.session.importing.file;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/// On which line of a file each field stands. The mapper knows only how far it had read when it
/// found something wrong.
final class Lines {

    private final Map<String, Integer> lines = new HashMap<>();

    private Lines() {}

    /// Of the fields that are wrong and of those around them: the others of a large file are many.
    ///
    /// @throws tools.jackson.core.exc.StreamReadException if it is no YAML
    static Lines of(JsonParser parser, List<FieldError> errors) {
        var wanted = new HashSet<String>();
        errors.forEach(error -> addWithParents(error.field(), wanted));
        var lines = new Lines();
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            var context = parser.streamReadContext();
            var path = path(token.isStructStart() ? context.getParent() : context);
            if (wanted.contains(path)) {
                lines.lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    private static void addWithParents(String field, Set<String> wanted) {
        wanted.add(field);
        var parent = parent(field);
        if (parent != null) {
            addWithParents(parent, wanted);
        }
    }

    /// In the order of the file.
    InvalidInput addTo(InvalidInput failure) {
        return new InvalidInput(
                failure.errors().stream()
                        .sorted(Comparator.comparingInt(error -> lineOf(error.field())))
                        .map(this::withLine)
                        .toList());
    }

    private FieldError withLine(FieldError error) {
        // The parser says it by itself where it could not go on.
        if (error.detail().startsWith("line ")) {
            return error;
        }
        return new FieldError(
                error.field(),
                error.code(),
                String.format(Locale.ROOT, "line %d: %s", lineOf(error.field()), error.detail()));
    }

    /// A field that is missing is looked for where it should stand.
    private int lineOf(String field) {
        var line = lines.get(field);
        if (line != null) {
            return line;
        }
        var parent = parent(field);
        return parent == null ? 1 : lineOf(parent);
    }

    private static @Nullable String parent(String field) {
        var end = Math.max(field.lastIndexOf('.'), field.lastIndexOf('['));
        return end < 0 ? null : field.substring(0, end);
    }

    private static String path(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        var parent = path(context.getParent());
        if (context.inArray()) {
            return String.format(Locale.ROOT, "%s[%d]", parent, context.getCurrentIndex());
        }
        return parent.isEmpty() ? context.currentName() : parent + "." + context.currentName();
    }
}
