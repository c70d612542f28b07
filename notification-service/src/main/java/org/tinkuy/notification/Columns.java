package org.tinkuy.notification;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Columns as types of Java, and back.
public final class Columns {

    public static final JsonMapper JSON = JsonMapper.shared();

    private Columns() {}

    public static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    public static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    public static Parameter zone(@Nullable ZoneId zone) {
        return nullable(String.class, zone == null ? null : zone.getId());
    }

    public static @Nullable ZoneId zone(Readable row, String column) {
        var id = row.get(column, String.class);
        return id == null ? null : ZoneId.of(id);
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
