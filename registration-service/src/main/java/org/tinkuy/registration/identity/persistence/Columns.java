package org.tinkuy.registration.identity.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/// Values on their way into and out of rows.
final class Columns {

    private Columns() {}

    /// Of a column that is `NOT NULL`.
    static <T> T required(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }

    static <T> Parameter optional(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
