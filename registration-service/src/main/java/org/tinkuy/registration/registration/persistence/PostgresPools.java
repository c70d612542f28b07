package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.integers;
import static org.tinkuy.registration.registration.persistence.Columns.longs;
import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.Pools;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.Pool;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Presence;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.Session;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.registration.seats.Words;
import reactor.core.publisher.Mono;

@Component
class PostgresPools implements Pools {

    /// The key stays as it is, so rows that refer to it need not wait. In a statement of its own:
    /// one that locks and reads at once would read what was true before it locked.
    private static final String LOCK =
            """
            select id from pools where id = any(:ids) for no key update skip locked
            """;

    private static final String WHICH_EXIST = "select id from pools where id = any(:ids)";

    private static final String READ =
            """
            select pools.*, sessions.programme_id, sessions.admission, sessions.ends_at,
                sessions.presence
            from pools join sessions on sessions.id = pools.session_id
            where pools.id = any(:ids)
            """;

    /// The limit comes down here, and rises by what organisers added, so a batch that gave too many
    /// seats fails at the check.
    private static final String SAVE =
            """
            update pools set
                taken = counted.taken,
                held = counted.held,
                waiting = counted.waiting,
                last_order = counted.last_order,
                seat_limit = case when pools.seat_limit is not null
                    then least(
                        pools.seat_limit + counted.added,
                        greatest(pools.capacity, counted.taken)) end
            from unnest(:ids, :taken, :held, :waiting, :lastOrders, :added)
                as counted (id, taken, held, waiting, last_order, added)
            where pools.id = counted.id
            """;

    private final DatabaseClient database;

    PostgresPools(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<PoolId>> lock(Set<PoolId> ids) {
        return ids(LOCK, ids).map(locked -> without(ids, locked)).flatMap(this::thatExist);
    }

    private static Set<PoolId> without(Set<PoolId> ids, Set<PoolId> locked) {
        var others = new HashSet<>(ids);
        others.removeAll(locked);
        return others;
    }

    private Mono<Set<PoolId>> thatExist(Set<PoolId> ids) {
        return ids(WHICH_EXIST, ids);
    }

    private Mono<Set<PoolId>> ids(String sql, Set<PoolId> ids) {
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : database.sql(sql)
                        .bind("ids", uuids(ids, PoolId::value))
                        .map(row -> new PoolId(required(row, "id", UUID.class)))
                        .all()
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<Known> read(Set<PoolId> ids) {
        return ids.isEmpty()
                ? Mono.just(new Known(Map.of(), Map.of()))
                : database.sql(READ)
                        .bind("ids", uuids(ids, PoolId::value))
                        .map(row -> Map.entry(pool(row), session(row)))
                        .all()
                        .collectList()
                        .map(PostgresPools::known);
    }

    private static Known known(Collection<Map.Entry<Pool, Session>> rows) {
        var pools =
                rows.stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toMap(Pool::id, Function.identity()));
        var sessions = new HashMap<SessionId, Session>();
        rows.forEach(row -> sessions.put(row.getValue().id(), row.getValue()));
        return new Known(pools, sessions);
    }

    @Override
    public Mono<Void> save(Collection<Pool> pools) {
        return pools.isEmpty()
                ? Mono.empty()
                : database.sql(SAVE)
                        .bind("ids", uuids(pools, pool -> pool.id().value()))
                        .bind("taken", integers(pools, Pool::taken))
                        .bind("held", integers(pools, Pool::held))
                        .bind("waiting", integers(pools, Pool::waiting))
                        .bind("lastOrders", longs(pools, Pool::lastOrder))
                        .bind("added", integers(pools, Pool::added))
                        .then();
    }

    static Pool pool(Readable row) {
        return new Pool(
                new PoolId(required(row, "id", UUID.class)),
                new SessionId(required(row, "session_id", UUID.class)),
                row.get("capacity", Integer.class),
                required(row, "taken", Integer.class),
                required(row, "held", Integer.class),
                required(row, "waiting", Integer.class),
                required(row, "last_order", Long.class),
                0);
    }

    private static Session session(Readable row) {
        return new Session(
                new SessionId(required(row, "session_id", UUID.class)),
                new ProgrammeId(required(row, "programme_id", UUID.class)),
                Words.parse(Admission.class, required(row, "admission", String.class)),
                row.get("ends_at", Instant.class),
                Words.parse(Presence.class, required(row, "presence", String.class)));
    }
}
