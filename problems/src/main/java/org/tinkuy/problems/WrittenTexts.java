package org.tinkuy.problems;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Takes only [PlainText], wherever a text stands: no database, page or mail meets another one.
final class WrittenTexts {

    private static final String MESSAGE = "a control character, or half of a character";

    private WrittenTexts() {}

    static SimpleModule addTo(SimpleModule module) {
        return module.addDeserializer(String.class, new Text())
                .addKeyDeserializer(String.class, new Key());
    }

    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || PlainText.isText(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, MESSAGE);
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return PlainText.isLine(key) ? key : context.handleWeirdKey(String.class, key, MESSAGE);
        }
    }
}
