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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.Registrations;
import org.tinkuy.registration.seats.BatchNeeds;
import org.tinkuy.registration.seats.BatchNeeds.Holder;
import org.tinkuy.registration.seats.Network;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresRegistrations implements Registrations {

    /// How many are before a row of the alias `r`, if it is on the waiting list.
    static final String AHEAD =
            """
            case when r.status = 'waitlisted' then (
                select count(*) from registrations w
                where w.pool_id = r.pool_id and w.status = 'waitlisted'
                  and w.waiting_order < r.waiting_order)
            end as ahead
            """;

    private static final String READ_NAMED =
            "select r.*, null::bigint as ahead from registrations r where r.id = any(:ids)";

    private static final String READ_ATTENDANCES =
            "select r.*, "
                    + AHEAD
                    + """
                    from unnest(:sessions, :attendees) as wanted(session_id, attendee_id)
                    join registrations r using (session_id, attendee_id)
                    """;

    private static final String FIRST =
            """
            select first.*
            from unnest(:pools, :counts) as wanted (pool_id, number)
            cross join lateral (
                select * from registrations r
                where r.pool_id = wanted.pool_id and r.status = 'waitlisted'
                order by r.waiting_order
                limit wanted.number) first
            """;

    private static final String ACTIVE =
            """
            select active.*
            from unnest(:pools, :counts) as wanted (pool_id, number)
            cross join lateral (
                select * from registrations r
                where r.pool_id = wanted.pool_id and r.status not in ('cancelled', 'lapsed')
                limit wanted.number) active
            """;

    private static final String HOLDS =
            """
            select r.pool_id, r.network, count(*) as held
            from unnest(:pools::uuid[], :networks::text[]) as asking (pool_id, network)
            join registrations r using (pool_id, network)
            where r.seat = 'held' and r.status = 'pending' and r.network is not null
            group by r.pool_id, r.network
            """;

    /// Refuses to write over a newer version: then the lock did not hold.
    private static final String SAVE =
            """
            insert into registrations as r (
                id, session_id, pool_id, programme_id, attendee_id, version, status, seat, held_until,
                network, requested_at, confirmed_at, waitlisted_at, waiting_order, lapsed_at,
                cancelled_at, reason)
            select * from unnest(
                :ids, :sessions, :pools, :programmes, :attendees, :versions, :statuses, :seats,
                :heldUntil, :networks, :requestedAt, :confirmedAt, :waitlistedAt, :orders, :lapsedAt,
                :cancelledAt, :reasons)
            on conflict (id) do update set
                version = excluded.version,
                status = excluded.status,
                seat = excluded.seat,
                held_until = excluded.held_until,
                network = excluded.network,
                requested_at = excluded.requested_at,
                confirmed_at = excluded.confirmed_at,
                waitlisted_at = excluded.waitlisted_at,
                waiting_order = excluded.waiting_order,
                lapsed_at = excluded.lapsed_at,
                cancelled_at = excluded.cancelled_at,
                reason = excluded.reason
            where r.version < excluded.version
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
    public Flux<Waitlisted> first(Map<PoolId, Integer> counts) {
        return ofPools(FIRST, counts).map(Waitlisted.class::cast);
    }

    @Override
    public Flux<Registration> active(Map<PoolId, Integer> counts) {
        return ofPools(ACTIVE, counts);
    }

    private Flux<Registration> ofPools(String sql, Map<PoolId, Integer> counts) {
        return counts.isEmpty()
                ? Flux.empty()
                : database.sql(sql)
                        .bind("pools", uuids(counts.keySet(), PoolId::value))
                        .bind("counts", Columns.integers(counts.values(), it -> it))
                        .map(RegistrationRow::read)
                        .all();
    }

    @Override
    public Mono<Map<Holder, Integer>> holds(Set<Holder> holders) {
        return holders.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(HOLDS)
                        .bind("pools", uuids(holders, it -> it.pool().value()))
                        .bind("networks", texts(holders, it -> it.network().value()))
                        .map(PostgresRegistrations::held)
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<Holder, Integer> held(Readable row) {
        return Map.entry(
                new Holder(
                        new PoolId(required(row, "pool_id", UUID.class)),
                        new Network(required(row, "network", String.class))),
                required(row, "held", Long.class).intValue());
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
                .bind("pools", uuids(rows, row -> row.place().pool().value()))
                .bind("programmes", uuids(rows, row -> row.place().programme().value()))
                .bind("attendees", uuids(rows, row -> row.place().attendee().value()))
                .bind("versions", longs(rows, RegistrationRow::version))
                .bind("statuses", texts(rows, RegistrationRow::status))
                .bind("seats", texts(rows, RegistrationRow::seat))
                .bind("heldUntil", times(rows, RegistrationRow::heldUntil))
                .bind("networks", texts(rows, RegistrationRow::network))
                .bind("requestedAt", times(rows, RegistrationRow::requestedAt))
                .bind("confirmedAt", times(rows, RegistrationRow::confirmedAt))
                .bind("waitlistedAt", times(rows, RegistrationRow::waitlistedAt))
                .bind("orders", longs(rows, RegistrationRow::order))
                .bind("lapsedAt", times(rows, RegistrationRow::lapsedAt))
                .bind("cancelledAt", times(rows, RegistrationRow::cancelledAt))
                .bind("reasons", texts(rows, RegistrationRow::reason));
    }

    @Override
    public Mono<Place> place(RegistrationId id) {
        return database.sql("select * from registrations where id = :id")
                .bind("id", id.value())
                .map(RegistrationRow::place)
                .one();
    }

    @Override
    public Flux<Place> expiredHolds(Instant now, int limit) {
        return database.sql(
                        """
                        select * from registrations
                        where status = 'pending' and held_until <= :now
                        order by held_until
                        limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(RegistrationRow::place)
                .all();
    }
}
