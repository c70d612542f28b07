package org.tinkuy.notification.notice.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Letters;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Gathers what mails say, as it is known at this moment.
@Repository
class PostgresLetters implements Letters {

    private final DatabaseClient database;
    private final Recipients recipients;
    private final Registrations registrations;
    private final Schedule schedule;

    PostgresLetters(
            DatabaseClient database,
            Recipients recipients,
            Registrations registrations,
            Schedule schedule) {
        this.database = database;
        this.recipients = recipients;
        this.registrations = registrations;
        this.schedule = schedule;
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
        return database.sql("select * from delivery_code where delivery_id = any(:deliveries)")
                .bind("deliveries", ids(batch))
                .map(row -> code(row, need(byId, row)))
                .all()
                .collectList()
                .flatMap(found ->
                        details(found.stream().flatMap(code -> code.sessions().stream()))
                                .map(sessions -> letters(found, sessions)));
    }

    private Mono<Map<SessionId, SessionDetails>> details(Stream<SessionId> sessions) {
        return schedule.details(sessions.collect(Collectors.toSet()));
    }

    private record Code(
            DeliveryId id,
            Addressee to,
            UUID challenge,
            Instant requestedAt,
            Instant expiresAt,
            Letter.Purpose purpose,
            List<SessionId> sessions) {

        private Letter letter(Map<SessionId, SessionDetails> known) {
            var named =
                    sessions.stream()
                            .distinct()
                            .map(known::get)
                            .filter(Objects::nonNull)
                            .sorted(SessionDetails.IN_ORDER)
                            .toList();
            return new Letter.Code(to, challenge, requestedAt, expiresAt, purpose, named);
        }
    }

    private static Code code(Readable row, Delivery delivery) {
        return new Code(
                delivery.id(),
                new Addressee(
                        Columns.need(row, "address", String.class),
                        null,
                        Language.of(Columns.need(row, "language", String.class)),
                        Columns.zone(row, "time_zone")),
                Columns.need(row, "challenge_id", UUID.class),
                Columns.need(row, "requested_at", Instant.class),
                delivery.expiresAt(),
                Letter.Purpose.valueOf(
                        Columns.need(row, "purpose", String.class).toUpperCase(Locale.ROOT)),
                Stream.of(Columns.need(row, "session_ids", UUID[].class))
                        .map(SessionId::new)
                        .toList());
    }

    private static Map<DeliveryId, Letter> letters(
            List<Code> codes, Map<SessionId, SessionDetails> sessions) {
        return codes.stream().collect(Collectors.toMap(Code::id, code -> code.letter(sessions)));
    }

    private Mono<Map<DeliveryId, Letter>> notices(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Mono.just(Map.of());
        }
        var recipientIds = batch.stream().map(Delivery::recipient).distinct().toList();
        return Mono.zip(
                places(batch),
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

    /// What a notice says of one registration.
    private record Part(
            DeliveryId delivery,
            RegistrationId registration,
            SessionId session,
            Place.Status status,
            @Nullable Integer position,
            boolean inCalendar,
            @Nullable String reason) {

        private boolean stillStandsIn(Map<RegistrationId, Registrations.Status> standings) {
            var now = standings.get(registration);
            return now != null && now.name().equals(status.name());
        }
    }

    /// A registration that stands differently by now has been, or will be, told of by a later mail.
    private Mono<Map<DeliveryId, List<Place>>> places(List<Delivery> batch) {
        return database.sql(
                        """
                        select delivery_id, registration_id, session_id, status, position,
                            in_calendar, reason
                        from delivery_registration where delivery_id = any(:deliveries)
                        """)
                .bind("deliveries", ids(batch))
                .map(PostgresLetters::part)
                .all()
                .collectList()
                .flatMap(parts ->
                        Mono.zip(
                                details(parts.stream().map(Part::session)),
                                registrations.standings(
                                        parts.stream()
                                                .map(Part::registration)
                                                .collect(Collectors.toSet())),
                                (sessions, standings) -> places(parts, sessions, standings)));
    }

    private static Map<DeliveryId, List<Place>> places(
            List<Part> parts,
            Map<SessionId, SessionDetails> sessions,
            Map<RegistrationId, Registrations.Status> standings) {
        var places = new HashMap<DeliveryId, List<Place>>();
        for (var part : parts) {
            var session = sessions.get(part.session());
            if (session != null && part.stillStandsIn(standings)) {
                places.computeIfAbsent(part.delivery(), _ -> new ArrayList<>())
                        .add(
                                new Place(
                                        part.registration(),
                                        part.status(),
                                        part.position(),
                                        part.inCalendar(),
                                        part.reason(),
                                        session));
            }
        }
        places.values()
                .forEach(told ->
                        told.sort(Comparator.comparing(Place::session, SessionDetails.IN_ORDER)));
        return places;
    }

    private static Map<DeliveryId, Delivery> byId(List<Delivery> batch) {
        return batch.stream().collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    private static UUID[] ids(List<Delivery> batch) {
        return batch.stream().map(delivery -> delivery.id().value()).toArray(UUID[]::new);
    }

    private static Delivery need(Map<DeliveryId, Delivery> batch, Readable row) {
        return Objects.requireNonNull(batch.get(deliveryOf(row)));
    }

    private static DeliveryId deliveryOf(Readable row) {
        return new DeliveryId(Columns.need(row, "delivery_id", UUID.class));
    }

    private static Part part(Readable row) {
        return new Part(
                deliveryOf(row),
                new RegistrationId(Columns.need(row, "registration_id", UUID.class)),
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                Place.Status.valueOf(
                        Columns.need(row, "status", String.class).toUpperCase(Locale.ROOT)),
                row.get("position", Integer.class),
                Columns.need(row, "in_calendar", Boolean.class),
                row.get("reason", String.class));
    }
}
