package org.tinkuy.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Bodies that nobody means: of any request, and of one in whose place stands something else.
public final class OddBodies {

    public static final List<String> JSON =
            List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "\"x\"",
                    "1",
                    "{}{}",
                    "\u0000",
                    "{'a':1}",
                    "{\"a\":NaN}",
                    "{\"a\":1,\"a\":2}",
                    "{\"\\u0000\":1}",
                    "{\"a\":\"\u00ff\"}",
                    "\u00ff\u00fe{}",
                    "[".repeat(3000),
                    "{\"a\":1e999999999}",
                    "{\"a\":" + "9".repeat(2000) + "}",
                    "{\"a\":\"" + "x".repeat(70_000) + "\"}");

    public static final List<String> FORMS =
            List.of(
                    "", "%", "a=%zz", "%zz=1", "a=%", "a=%00", "%00=1", "a=%FF", "=&=", "[=]",
                    "\u00ff");

    /// As they stand in JSON.
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "\"\"",
                    "\"  \"",
                    "\"a\\u0000b\"",
                    "\"A\\u0001B\"",
                    "\"a\\r\\nb\"",
                    "\"\\ud800\"",
                    "\"\\u2028\"",
                    "\"" + "x".repeat(9000) + "\"",
                    "\"999999999-01-01\"",
                    "\"0000-01-01\"",
                    "\"PT999999999999999H\"",
                    "true",
                    "0",
                    "-1",
                    "1.5",
                    "5.0",
                    "1e308",
                    "9".repeat(40),
                    "[]",
                    "[null]",
                    "{}",
                    "{\"es\":\"b\",\"en\":null}",
                    "{\"\":\"x\"}",
                    "{\"\\u0000\":\"x\"}",
                    "[[[]]]");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private OddBodies() {}

    /// The record as it should be, and with something else in the place of each of its parts.
    static Stream<String> of(Type type) {
        var plain = MAPPER.writeValueAsString(sample(type));
        return Stream.concat(Stream.of(plain), around(plain));
    }

    /// The JSON with something else in the place of each of its parts.
    public static Stream<String> around(String plain) {
        return places(plain)
                .flatMap(place ->
                        VALUES.stream()
                                .map(value ->
                                        plain.substring(0, place.from())
                                                + value
                                                + plain.substring(place.to())));
    }

    private record Place(int from, int to) {}

    /// Of each value within the JSON.
    private static Stream<Place> places(String json) {
        var places = Stream.<Place>builder();
        try (var parser = MAPPER.createParser(json)) {
            var begun = new ArrayDeque<Integer>();
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var at = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                if (token.isStructStart()) {
                    begun.push(at);
                } else if (token.isStructEnd()) {
                    places.add(new Place(begun.pop(), at + 1));
                } else if (token.isScalarValue()) {
                    var length = parser.getString().length();
                    var end =
                            json.charAt(at) == '"'
                                    ? parser.currentLocation().getCharOffset()
                                    : at + length;
                    places.add(new Place(at, Math.toIntExact(end)));
                }
            }
        }
        return places.build();
    }

    private static @Nullable Object sample(Type type) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            var last =
                    generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return Map.class.isAssignableFrom(raw)
                    ? Map.of("es", sampleOrText(last))
                    : Collection.class.isAssignableFrom(raw)
                            ? List.of(sampleOrText(last))
                            : sample(last);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord() && plain.getRecordComponents().length > 0 && !delegates(plain)) {
            var parts = new LinkedHashMap<String, @Nullable Object>();
            for (var part : plain.getRecordComponents()) {
                parts.put(part.getName(), sample(part.getGenericType()));
            }
            return parts;
        }
        if (plain.isEnum()) {
            var first = ((Enum<?>) plain.getEnumConstants()[0]).name();
            return first.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (plain == Integer.class || plain == Long.class || plain.isPrimitive()) {
            return plain == boolean.class ? (Object) true : 1;
        }
        return plain == Boolean.class ? (Object) true : text(plain);
    }

    /// Is written otherwise than its parts.
    private static boolean delegates(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method ->
                        Arrays.stream(method.getAnnotations())
                                .anyMatch(a ->
                                        a.annotationType().getSimpleName().equals("JsonCreator")));
    }

    private static Object sampleOrText(Type type) {
        var sample = sample(type);
        return sample == null ? "text" : sample;
    }

    private static String text(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> UUID.randomUUID().toString();
            case "LocalDate" -> "2027-03-04";
            case "LocalTime" -> "18:00";
            case "YearMonth" -> "2027-03";
            case "Year" -> "2027";
            case "Duration" -> "PT2H";
            case "ZoneId" -> "America/Lima";
            default -> "text";
        };
    }
}
