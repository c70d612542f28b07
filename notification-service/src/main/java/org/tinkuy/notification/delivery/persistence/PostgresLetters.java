package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.delivery.Addressee;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Language;
import org.tinkuy.notification.delivery.Letter;
import org.tinkuy.notification.delivery.Place;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.RegistrationId;
import org.tinkuy.notification.delivery.SessionDetails;
import org.tinkuy.notification.delivery.SessionId;
import reactor.core.publisher.Mono;

/// Gathers what a mail says, as it is known at this moment.
@Repository
class PostgresLetters {

    private static final String SESSION =
            """
             s.id as session_id, s.kind, s.date, s.starts, s.ends, s.time_zone as session_zone,
             s.place, s.version,
             cast(s.title as text) as title,
             cast(g.title as text) as programme_title,
             cast(g.events -> cast(s.event_id as text) -> 'title' as text) as event_title,
             g.slug as programme_slug,
             g.events -> cast(s.event_id as text) ->> 'slug' as event_slug
            """;

    private static final String IN_ORDER = " order by s.date, s.starts, s.id";

    private final DatabaseClient database;

    PostgresLetters(DatabaseClient database) {
        this.database = database;
    }

    Mono<Letter> letter(Delivery delivery) {
        return switch (delivery.kind()) {
            case SIGN_IN_CODE -> code(delivery);
            case REGISTRATION_CONFIRMED,
                    REGISTRATION_WAITLISTED,
                    REGISTRATION_PROMOTED,
                    REGISTRATION_CANCELLED ->
                    notice(delivery);
        };
    }

    /// A code is not held up by a session that is not known yet: its mail does without the name.
    private Mono<Letter> code(Delivery delivery) {
        var sessions =
                database.sql(
                                "select"
                                        + SESSION
                                        + """
                                        from delivery_code c
                                        join session s on s.id = any(c.session_ids)
                                        join programme g on g.id = s.programme_id
                                        where c.delivery_id = :delivery
                                        """
                                        + IN_ORDER)
                        .bind("delivery", delivery.id().value())
                        .map(PostgresLetters::session)
                        .all()
                        .collectList();
        return sessions.flatMap(known ->
                database.sql("select * from delivery_code where delivery_id = :delivery")
                        .bind("delivery", delivery.id().value())
                        .map(row -> code(row, delivery, known))
                        .one());
    }

    private static Letter code(Readable row, Delivery delivery, List<SessionDetails> sessions) {
        return new Letter.Code(
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
                sessions);
    }

    private Mono<Letter> notice(Delivery delivery) {
        return places(delivery.id())
                .filter(places -> !places.isEmpty())
                .flatMap(places ->
                        addressee(delivery.recipient())
                                .map(to -> new Letter.Notice(to, delivery.kind(), places)));
    }

    /// A registration that stands differently by now has been, or will be, told of by a later mail.
    private Mono<List<Place>> places(DeliveryId delivery) {
        return database.sql(
                        "select r.registration_id, r.status, r.position, r.in_calendar, r.reason,"
                                + SESSION
                                + """
                                from delivery_registration r
                                join session s on s.id = r.session_id
                                join programme g on g.id = s.programme_id
                                join registration n on n.id = r.registration_id
                                where r.delivery_id = :delivery and n.status = r.status
                                """
                                + IN_ORDER)
                .bind("delivery", delivery.value())
                .map(PostgresLetters::place)
                .all()
                .collectList();
    }

    private Mono<Addressee> addressee(RecipientId recipient) {
        return database.sql("select * from recipient where id = :recipient and not erased")
                .bind("recipient", recipient.value())
                .map(row ->
                        new Addressee(
                                Rows.need(row, "address", String.class),
                                row.get("name", String.class),
                                Language.of(Rows.need(row, "language", String.class)),
                                Rows.zone(row, "time_zone")))
                .one();
    }

    private static Place place(Readable row) {
        return new Place(
                new RegistrationId(Rows.need(row, "registration_id", UUID.class)),
                Place.Status.valueOf(
                        Rows.need(row, "status", String.class).toUpperCase(Locale.ROOT)),
                row.get("position", Integer.class),
                Rows.need(row, "in_calendar", Boolean.class),
                row.get("reason", String.class),
                session(row));
    }

    private static String page(Readable row) {
        var programme = "/programmes/" + Rows.need(row, "programme_slug", String.class);
        var event = row.get("event_slug", String.class);
        return event == null ? programme : programme + "/" + event;
    }

    private static SessionDetails session(Readable row) {
        return new SessionDetails(
                new SessionId(Rows.need(row, "session_id", UUID.class)),
                page(row),
                Rows.need(row, "kind", String.class),
                Rows.text(row, "title"),
                Rows.text(row, "event_title"),
                Objects.requireNonNull(Rows.text(row, "programme_title")),
                row.get("date", LocalDate.class),
                row.get("starts", LocalTime.class),
                row.get("ends", LocalTime.class),
                ZoneId.of(Rows.need(row, "session_zone", String.class)),
                row.get("place", String.class),
                Rows.need(row, "version", Long.class));
    }
}
