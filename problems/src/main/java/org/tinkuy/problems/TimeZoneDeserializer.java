package org.tinkuy.problems;

import java.time.ZoneId;
import org.tinkuy.languages.Zones;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Takes only names of the IANA time zone database. An offset such as `UTC-5` knows nothing of the
/// place's summer time.
final class TimeZoneDeserializer extends StdScalarDeserializer<ZoneId> {

    TimeZoneDeserializer() {
        super(ZoneId.class);
    }

    @Override
    public ZoneId deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (ZoneId) context.handleUnexpectedToken(ZoneId.class, parser);
        }
        var name = parser.getString();
        return Zones.named(name)
                .orElseGet(() ->
                        (ZoneId)
                                context.handleWeirdStringValue(
                                        ZoneId.class, name, "not a time zone's name"));
    }
}
