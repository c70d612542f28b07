package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.people.RecipientId;

/// A row as a delivery.
final class Rows {

    private Rows() {}

    static UUID[] ids(Collection<DeliveryId> ids) {
        return ids.stream().map(DeliveryId::value).toArray(UUID[]::new);
    }

    static DeliveryId id(Readable row) {
        return new DeliveryId(Columns.need(row, "id", UUID.class));
    }

    static <R, T> T[] column(
            Collection<R> rows,
            Function<R, ? extends @Nullable Object> value,
            IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /// The driver takes several times as long to read a moment's text as a number's.
    static final String DELIVERY =
            " id, dedupe_key, kind, recipient_id, about,"
                    + " cast(extract(epoch from expires_at) * 1000000 as bigint) as expires_micros,"
                    + " attempts, unknowns, insisted, traceparent ";

    static Delivery delivery(Readable row) {
        return new Delivery(
                new DeliveryId(Columns.need(row, "id", UUID.class)),
                Columns.need(row, "dedupe_key", String.class),
                DeliveryKind.labelled(Columns.need(row, "kind", String.class)),
                new RecipientId(Columns.need(row, "recipient_id", UUID.class)),
                List.of(Columns.need(row, "about", UUID[].class)),
                Instant.EPOCH.plus(
                        Columns.need(row, "expires_micros", Long.class), ChronoUnit.MICROS),
                Columns.need(row, "attempts", Integer.class),
                Columns.need(row, "unknowns", Integer.class),
                Columns.need(row, "insisted", Boolean.class),
                row.get("traceparent", String.class));
    }

    static @Nullable Failure failure(Readable row) {
        var label = row.get("cause", String.class);
        return label == null ? null : Failure.labelled(label).orElse(null);
    }
}
