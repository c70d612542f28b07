package org.tinkuy.problems;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong in the caller's words; a parser's own message would tell of Java classes.
public final class Unreadable {

    private static final String YEARS =
            String.format(
                    Locale.ROOT, "from %d to %d", WrittenTimes.FIRST_YEAR, WrittenTimes.LAST_YEAR);

    private static final Map<Class<?>, FieldError> EXPECTED =
            Map.of(
                    UUID.class,
                    expected("invalid-id", "an id, such as 3f2c8a52-1b7d-4c8e-9a51-0d6e4f7b2c19"),
                    ZoneId.class,
                    expected("invalid-time-zone", "a time zone's name, such as America/Lima"),
                    LocalDate.class,
                    expected("invalid-date", "a date, such as 2026-11-25, " + YEARS),
                    YearMonth.class,
                    expected("invalid-date", "a month, such as 2026-11, " + YEARS),
                    Year.class,
                    expected("invalid-date", "a year, " + YEARS),
                    Instant.class,
                    expected("wrong-type", "a time with its offset, such as 2026-11-25T18:00:00Z"),
                    LocalTime.class,
                    expected("invalid-time", "a time of day, such as \"18:00\""),
                    Duration.class,
                    expected("invalid-duration", "a duration, such as PT2H"));

    /// What tells of our code and not of the text: `java.lang.Integer`, `MalformedInputException`.
    private static final Pattern NAMES_OF_CODE =
            Pattern.compile(
                    "Exception|Error\\b|\\b[a-z]\\w*+(?:\\.[a-z]\\w*+)++\\.[A-Z]|JsonToken|Event");

    /// Of the parser, for whatever comes in; it would name them by its classes.
    private static final String LIMITS =
            String.format(
                    Locale.ROOT,
                    "objects and lists stand up to %d deep in each other here, and names and numbers"
                            + " have up to %d and %d characters",
                    StreamReadConstraints.DEFAULT_MAX_DEPTH,
                    StreamReadConstraints.DEFAULT_MAX_NAME_LEN,
                    StreamReadConstraints.DEFAULT_MAX_NUM_LEN);

    /// A parser repeats what it could not read, whole: a name may have 50,000 letters.
    private static final int LONGEST = 200;

    private Unreadable() {}

    public static InvalidInput explain(JacksonException failure) {
        var twice = standsTwice(failure);
        if (twice != null) {
            return new InvalidInput(List.of(twice));
        }
        var error = error(failure);
        return InvalidInput.of(path(failure), error.code(), error.detail());
    }

    /// Jackson has no exception of its own for a name that stands twice in an object.
    private static @Nullable FieldError standsTwice(JacksonException failure) {
        if (!(failure instanceof StreamReadException)
                || !failure.getOriginalMessage().startsWith("Duplicate Object property")
                || !(failure.processor() instanceof JsonParser parser)) {
            return null;
        }
        return new FieldError(
                path(parser.streamReadContext()),
                "duplicate",
                String.format(
                        Locale.ROOT,
                        "line %d: it stands a second time",
                        failure.getLocation().getLineNr()));
    }

    private static FieldError error(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case StreamConstraintsException _ -> new FieldError("", "malformed", LIMITS);
            case InputCoercionException _ ->
                    new FieldError("", "out-of-range", "this number is larger than any here");
            case InvalidFormatException value
                    when value.getTargetType() == String.class
                            && value.getValue() instanceof String ->
                    expected("invalid-characters", "no control characters");
            case MismatchedInputException value when isBehindTheEnd(value) ->
                    new FieldError("", "malformed", "something stands after the end of the value");
            case MismatchedInputException value when isEnum(value.getTargetType()) ->
                    expected(
                            code(value, "invalid-value"), "one of " + words(value.getTargetType()));
            case MismatchedInputException value when expectedOf(value) != null ->
                    requireNonNull(expectedOf(value));
            case MismatchedInputException value when isMissing(value) ->
                    expected("required", "a value, or null");
            case MismatchedInputException value ->
                    expected("wrong-type", kind(value.getTargetType()));
            default -> new FieldError("", "malformed", syntax(failure));
        };
    }

    private static FieldError unknownField(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        return new FieldError("", "unknown-field", Nearest.among(known, unknown.getPropertyName()));
    }

    private static @Nullable FieldError expectedOf(MismatchedInputException value) {
        var type = value.getTargetType();
        var expected = type == null ? null : EXPECTED.get(type);
        return expected == null
                ? null
                : new FieldError("", code(value, expected.code()), expected.detail());
    }

    private static String syntax(JacksonException failure) {
        var line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
        var message = failure.getOriginalMessage().lines().findFirst().orElse("");
        var said = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        var ofTheText = said.replaceAll("[\\[(](?:Source|start marker).*", "").strip();
        var words = NAMES_OF_CODE.matcher(ofTheText).find() ? "cannot be read" : ofTheText;
        return line > 0 ? String.format(Locale.ROOT, "line %d: %s", line, words) : words;
    }

    /// Jackson has no exception of its own for a field that has to be there, be it null.
    private static boolean isMissing(MismatchedInputException value) {
        return value.getOriginalMessage().startsWith("Missing required creator property");
    }

    /// Nor has it one for what stands after the end.
    private static boolean isBehindTheEnd(MismatchedInputException value) {
        return value.getOriginalMessage().startsWith("Trailing token");
    }

    private static FieldError expected(String code, String what) {
        return new FieldError("", code, "expected " + what);
    }

    /// A number or a list is no word at all.
    private static String code(MismatchedInputException value, String ofAText) {
        return value instanceof InvalidFormatException format && format.getValue() instanceof String
                ? ofAText
                : "wrong-type";
    }

    private static boolean isEnum(@Nullable Class<?> type) {
        return type != null && type.isEnum();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "another form";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return Iterable.class.isAssignableFrom(type) ? "a list" : "another form";
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /// Where a parser stands.
    static String path(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        var parent = path(context.getParent());
        if (context.inArray()) {
            return String.format(Locale.ROOT, "%s[%d]", parent, context.getCurrentIndex());
        }
        return parent.isEmpty() ? context.currentName() : parent + "." + context.currentName();
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
