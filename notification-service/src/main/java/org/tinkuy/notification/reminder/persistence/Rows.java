package org.tinkuy.notification.reminder.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.SessionTimes;

/// Columns as the feature's types, and back.
final class Rows {

    private Rows() {}

    static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    static UUID[] ids(Collection<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.id().value()).toArray(UUID[]::new);
    }

    static SessionTimes times(Readable row) {
        return new SessionTimes(
                row.get("date", LocalDate.class),
                row.get("starts", LocalTime.class),
                row.get("ends", LocalTime.class),
                ZoneId.of(need(row, "time_zone", String.class)));
    }
}
