package org.tinkuy.problems;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Dates, times and durations as people write them (ISO 8601), and no numbers or lists in their
/// place. A year is one in which something of ours can take place: what lies beyond is a mistyped
/// digit, and calendars, time zones and databases each break at another end.
public final class WrittenTimes {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2200;

    private WrittenTimes() {}

    static SimpleModule addTo(SimpleModule module) {
        return module.addDeserializer(
                        LocalDate.class,
                        dated(LocalDate.class, LocalDate::parse, LocalDate::getYear))
                .addDeserializer(
                        YearMonth.class,
                        dated(YearMonth.class, YearMonth::parse, YearMonth::getYear))
                .addDeserializer(Year.class, new YearDeserializer())
                // The last evening of the last year west of Greenwich is one of the next.
                .addDeserializer(Instant.class, new Written<>(Instant.class, Instant::parse))
                .addDeserializer(LocalTime.class, new Written<>(LocalTime.class, LocalTime::parse))
                .addDeserializer(Duration.class, new Written<>(Duration.class, Duration::parse));
    }

    private static <T> Written<T> dated(
            Class<T> type, Function<String, T> parse, ToIntFunction<T> year) {
        return new Written<>(
                type,
                text -> {
                    var date = parse.apply(text);
                    requireYear(year.applyAsInt(date));
                    return date;
                });
    }

    public static boolean isPossible(LocalDate date) {
        return isPossible(date.getYear());
    }

    private static boolean isPossible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static void requireYear(int year) {
        if (!isPossible(year)) {
            throw new DateTimeException(
                    String.format(Locale.ROOT, "a year from %d to %d", FIRST_YEAR, LAST_YEAR));
        }
    }

    private static final class Written<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> parse;

        Written(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            var text = parser.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, text, e.getMessage()));
            }
        }
    }

    /// A year is a number; files have it in quotes, too.
    private static final class YearDeserializer extends StdScalarDeserializer<Year> {

        YearDeserializer() {
            super(Year.class);
        }

        @Override
        public Year deserialize(JsonParser parser, DeserializationContext context) {
            var token = parser.currentToken();
            if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
                return (Year) context.handleUnexpectedToken(Year.class, parser);
            }
            // The number `2026.0` is the one that `2026` is; nothing else with a point is a year.
            var text =
                    token == JsonToken.VALUE_NUMBER_FLOAT
                            ? parser.getString().replaceFirst("\\.0{1,9}$", "")
                            : parser.getString();
            try {
                var year = Year.parse(text);
                requireYear(year.getValue());
                return year;
            } catch (DateTimeException e) {
                return (Year) context.handleWeirdStringValue(Year.class, text, e.getMessage());
            }
        }
    }
}
