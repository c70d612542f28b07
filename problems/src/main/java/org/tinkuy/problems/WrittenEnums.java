package org.tinkuy.problems;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Words that stand for one of several, as they are: Jackson takes the space around them for
/// nothing, and a parameter of the same kind would not. A number is no word, however large it is.
final class WrittenEnums extends ValueDeserializerModifier {

    static SimpleModule addTo(SimpleModule module) {
        return module.setDeserializerModifier(new WrittenEnums());
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> words) {
        return new AsWritten(words);
    }

    private static final class AsWritten extends DelegatingDeserializer {

        AsWritten(ValueDeserializer<?> words) {
            super(words);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> words) {
            return new AsWritten(words);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isNumeric()) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                var text = parser.getString();
                if (!text.isBlank() && !text.equals(text.strip())) {
                    return context.handleWeirdStringValue(
                            handledType(), text, "there is space around it");
                }
            }
            return super.deserialize(parser, context);
        }
    }
}
