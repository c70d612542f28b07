package org.tinkuy.site.organiser.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a form of the desk: where it stands in the draft and how it is typed.
///
/// @param path in the draft, such as `policy.plenary.starts`
/// @param label key of its message
/// @param hint key of its message; `null`: it needs none
/// @param longest how many characters it takes; 0: it is not typed freely
/// @param options for a choice that is the same for every programme; keys of messages are
///   [Option#key]
public record Field(
        String path,
        Input type,
        String label,
        @Nullable String hint,
        int longest,
        List<Option> options) {

    /// As the service bounds lines and texts.
    private static final int LINE = 300;

    private static final int TEXT = 2000;

    public enum Input {
        LINE,
        /// A line in each language.
        TEXTS,
        /// Several lines in each language.
        AREAS,
        /// A list, one entry a line.
        LINES,
        AREA,
        DATE,
        TIME,
        ZONE,
        /// A zone of its own, or its programme's.
        OWN_ZONE,
        CHOICE,
        /// Any of several.
        CHECKS,
        NUMBER
    }

    /// @param key of its message; `null`: [#words] are told as they are
    /// @param words where they are an organiser's own
    /// @param language of these words
    public record Option(
            String value, @Nullable String key, @Nullable String words, @Nullable String language) {

        static Option of(String value, String key) {
            return new Option(value, key, null, null);
        }
    }

    /// Fields that belong together, under a heading.
    ///
    /// @param heading key of its message
    public record Section(String heading, List<Field> fields) {}

    static Field of(String path, Input type, String label) {
        return new Field(path, type, label, null, longest(type), List.of());
    }

    Field hinted(String key) {
        return new Field(path, type, label, key, longest, options);
    }

    Field among(List<Option> choices) {
        return new Field(path, type, label, hint, longest, choices);
    }

    private static int longest(Input type) {
        return switch (type) {
            case LINE -> LINE;
            case TEXTS, AREA, AREAS -> TEXT;
            case LINES, DATE, TIME, ZONE, OWN_ZONE, CHOICE, CHECKS, NUMBER -> 0;
        };
    }

    /// It has an input in each language.
    public boolean isByLanguage() {
        return type == Input.TEXTS || type == Input.AREAS;
    }

    /// The id and the name of its input.
    public String input() {
        return path.replace('.', '-');
    }

    /// Of one language.
    public String input(String language) {
        return input() + "-" + language;
    }

    /// Always true where the choices are a programme's own.
    boolean offers(String value) {
        return options.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(value));
    }

    public boolean is(String name) {
        return type.name().equals(name);
    }
}
