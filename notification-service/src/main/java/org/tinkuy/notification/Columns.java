package org.tinkuy.notification;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
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
        return nullable(String.class, text(zone));
    }

    public static @Nullable String text(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    public static @Nullable ZoneId zone(Readable row, String column) {
        var id = row.get(column, String.class);
        return id == null ? null : ZoneId.of(id);
    }

    /// Part of each row, for a statement about all of them.
    public static <R, T> T[] array(
            Collection<R> rows,
            Function<R, ? extends @Nullable Object> part,
            IntFunction<T[]> make) {
        return rows.stream().map(part).toArray(make);
    }

    /// Times travel as text: the driver writes arrays of them only where none is missing.
    public static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
