package org.tinkuy.problems;

import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Whole numbers as JSON Schema has them: `5.0` is one, since programs that know one kind of number
/// write it so, and `1.5` is none.
final class WrittenNumbers {

    private WrittenNumbers() {}

    static SimpleModule addTo(SimpleModule module) {
        return module.addDeserializer(
                        Integer.class,
                        new Whole<>(Integer.class, Integer.MAX_VALUE, BigDecimal::intValueExact))
                .addDeserializer(
                        Long.class,
                        new Whole<>(Long.class, Long.MAX_VALUE, BigDecimal::longValueExact));
    }

    private static final class Whole<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final BigDecimal largest;
        private final transient Function<BigDecimal, T> exactly;

        Whole(Class<T> type, long largest, Function<BigDecimal, T> exactly) {
            super(type);
            this.type = type;
            this.largest = BigDecimal.valueOf(largest);
            this.exactly = exactly;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            var token = parser.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            var number = number(parser, token);
            // Compared first: 1e999999999 written out would fill the memory.
            if (number.abs().compareTo(largest) > 0) {
                throw new InputCoercionException(parser, "too large", token, type);
            }
            try {
                return exactly.apply(number);
            } catch (ArithmeticException _) {
                return type.cast(context.handleWeirdNumberValue(type, number, "not whole"));
            }
        }

        /// An exponent of more digits than an `int` is one that nothing here is as large as.
        private BigDecimal number(JsonParser parser, JsonToken token) {
            try {
                return new BigDecimal(parser.getString());
            } catch (NumberFormatException _) {
                throw new InputCoercionException(parser, "too large", token, type);
            }
        }
    }
}
