package org.tinkuy.problems;

import java.util.UUID;
import org.tinkuy.requests.WrittenId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Takes ids as they are written everywhere. An empty text is none, and not nothing.
final class IdDeserializer extends StdScalarDeserializer<UUID> {

    IdDeserializer() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        var text = parser.getString();
        try {
            return WrittenId.parse(text);
        } catch (IllegalArgumentException e) {
            return (UUID) context.handleWeirdStringValue(UUID.class, text, "not an id");
        }
    }
}
