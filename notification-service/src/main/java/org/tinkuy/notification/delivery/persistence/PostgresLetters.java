package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.delivery.Addressee;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Language;
import org.tinkuy.notification.delivery.Letter;
import org.tinkuy.notification.delivery.Letters;
import org.tinkuy.notification.delivery.Place;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.Recipients;
import org.tinkuy.notification.delivery.RegistrationId;
import org.tinkuy.notification.delivery.SessionDetails;
import reactor.core.publisher.Mono;

/// Gathers what mails say, as it is known at this moment.
@Repository
class PostgresLetters implements Letters {

    private final DatabaseClient database;
    private final Recipients recipients;

    PostgresLetters(DatabaseClient database, Recipients recipients) {
        this.database = database;
        this.recipients = recipients;
    }

    @Override
    public Mono<Map<DeliveryId, Letter>> gather(List<Delivery> batch) {
        var codes = batch.stream().filter(PostgresLetters::isCode).toList();
        var notices = batch.stream().filter(delivery -> !isCode(delivery)).toList();
        return Mono.zip(codes(codes), notices(notices), PostgresLetters::together);
    }

    private static boolean isCode(Delivery delivery) {
        return delivery.kind() == DeliveryKind.SIGN_IN_CODE;
    }

    private static <K, V> Map<K, V> together(Map<K, V> some, Map<K, V> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /// A code is not held up by a session that is not known yet: its mail does without the name.
    private Mono<Map<DeliveryId, Letter>> codes(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Mono.just(Map.of());
        }
        var byId = byId(batch);
        return perDelivery(
                        "select c.delivery_id,"
                                + SessionRows.COLUMNS
                                + """
                                from delivery_code c
                                join session s on s.id = any(c.session_ids)
                                join programme g on g.id = s.programme_id
                                where c.delivery_id = any(:deliveries)
                                """
                                + SessionRows.IN_ORDER,
                        byId,
                        SessionRows::session)
                .flatMap(sessions ->
                        database.sql(
                                        """
                                        select * from delivery_code
                                        where delivery_id = any(:deliveries)
                                        """)
                                .bind("deliveries", ids(byId))
                                .map(row -> code(row, need(byId, row), sessions))
                                .all()
                                .collectMap(Found::id, Found::letter));
    }

    private record Found(DeliveryId id, Letter letter) {}

    private static Found code(
            Readable row, Delivery delivery, Map<DeliveryId, List<SessionDetails>> sessions) {
        return new Found(
                delivery.id(),
                new Letter.Code(
                        new Addressee(
                                Rows.need(row, "address", String.class),
                                null,
                                Language.of(Rows.need(row, "language", String.class)),
                                Rows.zone(row, "time_zone")),
                        Rows.need(row, "challenge_id", UUID.class),
                        Rows.need(row, "requested_at", Instant.class),
                        delivery.expiresAt(),
                        Letter.Purpose.valueOf(
                                Rows.need(row, "purpose", String.class).toUpperCase(Locale.ROOT)),
                        sessions.getOrDefault(delivery.id(), List.of())));
    }

    private Mono<Map<DeliveryId, Letter>> notices(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Mono.just(Map.of());
        }
        var recipientIds = batch.stream().map(Delivery::recipient).distinct().toList();
        return Mono.zip(
                places(byId(batch)),
                recipients.addressees(recipientIds),
                (places, addressees) -> notices(batch, places, addressees));
    }

    private static Map<DeliveryId, Letter> notices(
            List<Delivery> batch,
            Map<DeliveryId, List<Place>> places,
            Map<RecipientId, Addressee> addressees) {
        var letters = new HashMap<DeliveryId, Letter>();
        for (var delivery : batch) {
            var told = places.get(delivery.id());
            var to = addressees.get(delivery.recipient());
            if (told != null && to != null) {
                letters.put(delivery.id(), new Letter.Notice(to, delivery.kind(), told));
            }
        }
        return letters;
    }

    /// A registration that stands differently by now has been, or will be, told of by a later mail.
    private Mono<Map<DeliveryId, List<Place>>> places(Map<DeliveryId, Delivery> batch) {
        return perDelivery(
                """
                select r.delivery_id, r.registration_id, r.status, r.position, r.in_calendar,
                    r.reason,\
                """
                        + SessionRows.COLUMNS
                        + """
                        from delivery_registration r
                        join session s on s.id = r.session_id
                        join programme g on g.id = s.programme_id
                        join registration n on n.id = r.registration_id
                        where r.delivery_id = any(:deliveries) and n.status = r.status
                        """
                        + SessionRows.IN_ORDER,
                batch,
                PostgresLetters::place);
    }

    private <T> Mono<Map<DeliveryId, List<T>>> perDelivery(
            String sql, Map<DeliveryId, Delivery> batch, Function<Readable, T> part) {
        record Part<P>(DeliveryId delivery, P value) {}
        return database.sql(sql)
                .bind("deliveries", ids(batch))
                .map(row -> new Part<>(deliveryOf(row), part.apply(row)))
                .all()
                .collectMultimap(Part::delivery, Part::value)
                .map(PostgresLetters::lists);
    }

    private static <T> Map<DeliveryId, List<T>> lists(
            Map<DeliveryId, ? extends Collection<T>> parts) {
        var lists = new HashMap<DeliveryId, List<T>>();
        parts.forEach((id, values) -> lists.put(id, List.copyOf(values)));
        return lists;
    }

    private static Map<DeliveryId, Delivery> byId(List<Delivery> batch) {
        var byId = new HashMap<DeliveryId, Delivery>();
        batch.forEach(delivery -> byId.put(delivery.id(), delivery));
        return byId;
    }

    private static UUID[] ids(Map<DeliveryId, Delivery> batch) {
        return batch.keySet().stream().map(DeliveryId::value).toArray(UUID[]::new);
    }

    private static Delivery need(Map<DeliveryId, Delivery> batch, Readable row) {
        return Objects.requireNonNull(batch.get(deliveryOf(row)));
    }

    private static DeliveryId deliveryOf(Readable row) {
        return new DeliveryId(Rows.need(row, "delivery_id", UUID.class));
    }

    private static Place place(Readable row) {
        return new Place(
                new RegistrationId(Rows.need(row, "registration_id", UUID.class)),
                Place.Status.valueOf(
                        Rows.need(row, "status", String.class).toUpperCase(Locale.ROOT)),
                row.get("position", Integer.class),
                Rows.need(row, "in_calendar", Boolean.class),
                row.get("reason", String.class),
                SessionRows.session(row));
    }
}
