package org.tinkuy.problems;

import java.time.ZoneId;
import java.util.Optional;
import org.tinkuy.languages.Zones;
import tools.jackson.core.JsonParser;
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
        var name = parser.getValueAsString();
        var zone = name == null ? Optional.<ZoneId>empty() : Zones.named(name);
        return zone.orElseGet(() ->
                (ZoneId)
                        context.handleWeirdStringValue(
                                ZoneId.class, String.valueOf(name), "not a time zone's name"));
    }
}
