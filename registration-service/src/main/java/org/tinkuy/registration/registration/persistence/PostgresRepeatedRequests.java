package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.texts;
import static org.tinkuy.registration.registration.persistence.Columns.times;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.RepeatedRequests;
import org.tinkuy.registration.seats.BatchNeeds;
import org.tinkuy.registration.seats.PendingSeat;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Words;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresRepeatedRequests implements RepeatedRequests {

    private static final String READ =
            """
            select r.id, r.session_id, r.pool_id, r.programme_id, r.attendee_id,
                repeated.requested_at, repeated.seat, repeated.held_until, repeated.network
            from repeated_requests repeated join registrations r on r.id = repeated.registration_id
            where repeated.pool_id = any(:pools)
                and (repeated.held_until > :now or r.attendee_id = any(:attendees))
            """;

    private static final String SAVE =
            """
            insert into repeated_requests
                (registration_id, pool_id, requested_at, seat, held_until, network)
            select * from unnest(:ids, :pools, :requestedAt, :seats, :heldUntil, :networks)
            on conflict (registration_id) do update set
                requested_at = excluded.requested_at,
                seat = excluded.seat,
                held_until = excluded.held_until,
                network = excluded.network
            """;

    private final DatabaseClient database;

    PostgresRepeatedRequests(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Pending> read(BatchNeeds needs, Instant now) {
        return needs.askedByStrangers().isEmpty()
                ? Flux.empty()
                : database.sql(READ)
                        .bind("pools", uuids(needs.askedByStrangers(), PoolId::value))
                        .bind("now", now)
                        .bind("attendees", uuids(needs.attendances(), it -> it.attendee().value()))
                        .map(PostgresRepeatedRequests::request)
                        .all();
    }

    private static Pending request(Readable row) {
        return new Pending(
                RegistrationRow.place(row),
                1,
                required(row, "requested_at", Instant.class),
                Words.parse(PendingSeat.class, required(row, "seat", String.class)),
                required(row, "held_until", Instant.class),
                RegistrationRow.network(row),
                null);
    }

    @Override
    public Mono<Void> save(Collection<Pending> requests) {
        return requests.isEmpty()
                ? Mono.empty()
                : database.sql(SAVE)
                        .bind("ids", uuids(requests, it -> it.place().id().value()))
                        .bind("pools", uuids(requests, it -> it.place().pool().value()))
                        .bind("requestedAt", times(requests, Pending::requestedAt))
                        .bind("seats", texts(requests, it -> Words.of(it.seat())))
                        .bind("heldUntil", times(requests, Pending::heldUntil))
                        .bind(
                                "networks",
                                texts(
                                        requests,
                                        it -> it.network() == null ? null : it.network().value()))
                        .then();
    }
}
