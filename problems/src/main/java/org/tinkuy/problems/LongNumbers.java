package org.tinkuy.problems;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Numbers with more digits than the parser reads, at which it stops without a word of the field:
/// they are too large as others are. Here they are only counted, and not made into numbers, which
/// costs the square of their length.
final class LongNumbers {

    private static final JsonFactory ANY_LENGTH =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private LongNumbers() {}

    /// @return empty: the text cannot be read for another reason
    static Optional<InvalidInput> firstIn(byte[] json) {
        try (var parser = ANY_LENGTH.createParser(ObjectReadContext.empty(), json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (isNumber(token)
                        && parser.getStringLength() > StreamReadConstraints.DEFAULT_MAX_NUM_LEN) {
                    return Optional.of(
                            InvalidInput.of(
                                    Unreadable.path(parser.streamReadContext()),
                                    "out-of-range",
                                    "this number has more digits than any here"));
                }
            }
            return Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }
}
