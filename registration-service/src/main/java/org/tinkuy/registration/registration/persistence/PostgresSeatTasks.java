package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.SeatTask;
import org.tinkuy.registration.registration.SeatTasks;
import org.tinkuy.registration.seats.PoolId;
import reactor.core.publisher.Mono;

@Component
class PostgresSeatTasks implements SeatTasks {

    private static final String REQUEST =
            """
            insert into seat_tasks (pool_id, due_at) values (:pool, :now)
            on conflict (pool_id) do update set mark = excluded.mark
            """;

    private static final String TAKE =
            """
            update seat_tasks set due_at = :until
            where pool_id = (
                select pool_id from seat_tasks where due_at <= :now
                order by due_at limit 1 for update skip locked)
            returning *
            """;

    private static final String PUT_BACK =
            "update seat_tasks set due_at = :now where pool_id = :pool";

    private static final String FINISH =
            "delete from seat_tasks where pool_id = :pool and mark = :mark";

    private final DatabaseClient database;

    PostgresSeatTasks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> request(PoolId pool, Instant now) {
        return database.sql(REQUEST).bind("pool", pool.value()).bind("now", now).then();
    }

    @Override
    public Mono<SeatTask> take(Instant now, Instant until) {
        return database.sql(TAKE)
                .bind("now", now)
                .bind("until", until)
                .map(row ->
                        new SeatTask(
                                new PoolId(required(row, "pool_id", UUID.class)),
                                required(row, "mark", Long.class)))
                .one();
    }

    @Override
    public Mono<Void> putBack(SeatTask task, Instant now) {
        return database.sql(PUT_BACK).bind("pool", task.pool().value()).bind("now", now).then();
    }

    @Override
    public Mono<Void> finish(SeatTask task, Instant now) {
        return database.sql(FINISH)
                .bind("pool", task.pool().value())
                .bind("mark", task.mark())
                .fetch()
                .rowsUpdated()
                .flatMap(finished -> finished > 0 ? Mono.empty() : putBack(task, now));
    }
}
