package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.LocalisedText;
import tools.jackson.databind.json.JsonMapper;

/// Columns as the feature's types, and back.
final class Columns {

    static final JsonMapper JSON = JsonMapper.shared();

    private Columns() {}

    static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    static Parameter zone(@Nullable ZoneId zone) {
        return nullable(String.class, zone == null ? null : zone.getId());
    }

    static LocalisedText text(@Nullable Map<String, String> byLanguage) {
        return new LocalisedText(byLanguage == null ? Map.of() : byLanguage);
    }
}
