package org.tinkuy.problems;

import java.util.UUID;
import org.tinkuy.requests.WrittenId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Takes ids as they are written everywhere, as values and as names. An empty text is none, and not
/// nothing.
final class WrittenIds {

    private static final String MESSAGE = "not an id";

    private WrittenIds() {}

    static SimpleModule addTo(SimpleModule module) {
        return module.addDeserializer(UUID.class, new Id())
                .addKeyDeserializer(UUID.class, new Key());
    }

    private static final class Id extends StdScalarDeserializer<UUID> {

        Id() {
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
            } catch (IllegalArgumentException _) {
                return (UUID) context.handleWeirdStringValue(UUID.class, text, MESSAGE);
            }
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return WrittenId.parse(key);
            } catch (IllegalArgumentException _) {
                return context.handleWeirdKey(UUID.class, key, MESSAGE);
            }
        }
    }
}
