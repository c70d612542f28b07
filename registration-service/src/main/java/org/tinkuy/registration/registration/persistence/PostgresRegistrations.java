package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.longs;
import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.texts;
import static org.tinkuy.registration.registration.persistence.Columns.times;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.BatchNeeds;
import org.tinkuy.registration.registration.Registration;
import org.tinkuy.registration.registration.Registration.Place;
import org.tinkuy.registration.registration.Registration.Waitlisted;
import org.tinkuy.registration.registration.RegistrationId;
import org.tinkuy.registration.registration.Registrations;
import org.tinkuy.registration.registration.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresRegistrations implements Registrations {

    /// How many are before a row of the alias `r`, if it is on the waiting list.
    static final String AHEAD =
            """
            CASE WHEN r.status = 'waitlisted' THEN (
                SELECT count(*) FROM registrations w
                WHERE w.session_id = r.session_id AND w.status = 'waitlisted'
                  AND w.waiting_order < r.waiting_order)
            END AS ahead
            """;

    private static final String READ_NAMED =
            "SELECT r.*, NULL::bigint AS ahead FROM registrations r WHERE r.id = ANY(:ids)";

    private static final String READ_ATTENDANCES =
            "SELECT r.*, "
                    + AHEAD
                    + """
                    FROM unnest(:sessions, :attendees) AS wanted(session_id, attendee_id)
                    JOIN registrations r USING (session_id, attendee_id)
                    """;

    private static final String FIRST =
            """
            SELECT first.*
            FROM unnest(:sessions, :counts) AS wanted(session_id, number)
            CROSS JOIN LATERAL (
                SELECT * FROM registrations r
                WHERE r.session_id = wanted.session_id AND r.status = 'waitlisted'
                ORDER BY r.waiting_order
                LIMIT wanted.number) first
            """;

    /// Refuses to write over a newer version: then the lock did not hold.
    private static final String SAVE =
            """
            INSERT INTO registrations AS r (
                id, session_id, programme_id, attendee_id, version, status, seat, held_until,
                requested_at, confirmed_at, waitlisted_at, waiting_order, cancelled_at, reason)
            SELECT * FROM unnest(
                :ids, :sessions, :programmes, :attendees, :versions, :statuses, :seats, :heldUntil,
                :requestedAt, :confirmedAt, :waitlistedAt, :orders, :cancelledAt, :reasons)
            ON CONFLICT (id) DO UPDATE SET
                version = excluded.version,
                status = excluded.status,
                seat = excluded.seat,
                held_until = excluded.held_until,
                requested_at = excluded.requested_at,
                confirmed_at = excluded.confirmed_at,
                waitlisted_at = excluded.waitlisted_at,
                waiting_order = excluded.waiting_order,
                cancelled_at = excluded.cancelled_at,
                reason = excluded.reason
            WHERE r.version < excluded.version
            """;

    private final DatabaseClient database;

    PostgresRegistrations(DatabaseClient database) {
        this.database = database;
    }

    private record Found(Registration registration, @Nullable Long ahead) {

        static Found of(Readable row) {
            return new Found(RegistrationRow.read(row), row.get("ahead", Long.class));
        }
    }

    @Override
    public Mono<Known> read(BatchNeeds needs) {
        return Flux.concat(named(needs.registrations()), attendances(needs.attendances()))
                .collectList()
                .map(PostgresRegistrations::known);
    }

    private static Known known(List<Found> found) {
        var registrations = new ArrayList<Registration>();
        var ahead = new HashMap<RegistrationId, Integer>();
        for (var one : found) {
            registrations.add(one.registration());
            if (one.ahead() != null) {
                ahead.put(one.registration().place().id(), one.ahead().intValue());
            }
        }
        return new Known(registrations, ahead);
    }

    private Flux<Found> named(Collection<RegistrationId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : database.sql(READ_NAMED)
                        .bind("ids", uuids(ids, RegistrationId::value))
                        .map(Found::of)
                        .all();
    }

    private Flux<Found> attendances(Collection<BatchNeeds.Attendance> wanted) {
        return wanted.isEmpty()
                ? Flux.empty()
                : database.sql(READ_ATTENDANCES)
                        .bind("sessions", uuids(wanted, it -> it.session().value()))
                        .bind("attendees", uuids(wanted, it -> it.attendee().value()))
                        .map(Found::of)
                        .all();
    }

    @Override
    public Flux<Waitlisted> first(Map<SessionId, Integer> counts) {
        return counts.isEmpty()
                ? Flux.empty()
                : database.sql(FIRST)
                        .bind("sessions", uuids(counts.keySet(), SessionId::value))
                        .bind("counts", Columns.integers(counts.values(), it -> it))
                        .map(row -> (Waitlisted) RegistrationRow.read(row))
                        .all();
    }

    @Override
    public Mono<Void> save(Collection<Registration> registrations) {
        if (registrations.isEmpty()) {
            return Mono.empty();
        }
        var rows = registrations.stream().map(RegistrationRow::of).toList();
        return bind(database.sql(SAVE), rows)
                .fetch()
                .rowsUpdated()
                .flatMap(saved ->
                        saved == rows.size()
                                ? Mono.<Void>empty()
                                : Mono.error(new IllegalStateException("newer than the lock")));
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql, List<RegistrationRow> rows) {
        return sql.bind("ids", uuids(rows, row -> row.place().id().value()))
                .bind("sessions", uuids(rows, row -> row.place().session().value()))
                .bind("programmes", uuids(rows, row -> row.place().programme().value()))
                .bind("attendees", uuids(rows, row -> row.place().attendee().value()))
                .bind("versions", longs(rows, RegistrationRow::version))
                .bind("statuses", texts(rows, RegistrationRow::status))
                .bind("seats", texts(rows, RegistrationRow::seat))
                .bind("heldUntil", times(rows, RegistrationRow::heldUntil))
                .bind("requestedAt", times(rows, RegistrationRow::requestedAt))
                .bind("confirmedAt", times(rows, RegistrationRow::confirmedAt))
                .bind("waitlistedAt", times(rows, RegistrationRow::waitlistedAt))
                .bind("orders", longs(rows, RegistrationRow::order))
                .bind("cancelledAt", times(rows, RegistrationRow::cancelledAt))
                .bind("reasons", texts(rows, RegistrationRow::reason));
    }

    @Override
    public Mono<Place> place(RegistrationId id) {
        return database.sql("SELECT * FROM registrations WHERE id = :id")
                .bind("id", id.value())
                .map(RegistrationRow::place)
                .one();
    }

    @Override
    public Flux<SessionId> sessionsWithPending(AttendeeId attendee) {
        return database.sql(
                        """
                        SELECT session_id FROM registrations
                        WHERE attendee_id = :attendee AND status = 'pending'
                        """)
                .bind("attendee", attendee.value())
                .map(row -> new SessionId(required(row, "session_id", UUID.class)))
                .all();
    }

    @Override
    public Flux<Place> expiredHolds(Instant now, int limit) {
        return database.sql(
                        """
                        SELECT * FROM registrations
                        WHERE status = 'pending' AND held_until <= :now
                        ORDER BY held_until
                        LIMIT :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(RegistrationRow::place)
                .all();
    }

    @Override
    public Flux<RegistrationId> active(SessionId session, int limit) {
        return database.sql(
                        """
                        SELECT id FROM registrations
                        WHERE session_id = :session AND status <> 'cancelled'
                        LIMIT :limit
                        """)
                .bind("session", session.value())
                .bind("limit", limit)
                .map(row -> new RegistrationId(required(row, "id", UUID.class)))
                .all();
    }
}
