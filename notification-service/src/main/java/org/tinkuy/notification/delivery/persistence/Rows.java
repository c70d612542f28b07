package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.LocalisedText;
import org.tinkuy.notification.delivery.RecipientId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Columns as the feature's types, and back.
final class Rows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private Rows() {}

    static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    static Parameter zone(@Nullable ZoneId zone) {
        return nullable(String.class, zone == null ? null : zone.getId());
    }

    static @Nullable ZoneId zone(Readable row, String column) {
        var id = row.get(column, String.class);
        return id == null ? null : ZoneId.of(id);
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static @Nullable LocalisedText text(Readable row, String column) {
        var json = row.get(column, String.class);
        return json == null ? null : new LocalisedText(JSON.readValue(json, TEXTS));
    }

    static final String DELIVERY =
            " id, kind, recipient_id, about, expires_at, attempts, unknowns, insisted,"
                    + " traceparent ";

    static Delivery delivery(Readable row) {
        return new Delivery(
                new DeliveryId(need(row, "id", UUID.class)),
                DeliveryKind.labelled(need(row, "kind", String.class)),
                new RecipientId(need(row, "recipient_id", UUID.class)),
                List.of(need(row, "about", UUID[].class)),
                need(row, "expires_at", Instant.class),
                need(row, "attempts", Integer.class),
                need(row, "unknowns", Integer.class),
                need(row, "insisted", Boolean.class),
                row.get("traceparent", String.class));
    }
}
