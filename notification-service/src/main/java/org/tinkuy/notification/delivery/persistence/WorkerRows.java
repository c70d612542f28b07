package org.tinkuy.notification.delivery.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import reactor.core.publisher.Mono;

/// The living workers, and what becomes of that which the dead held.
final class WorkerRows {

    private final DatabaseClient database;
    private final Instant toldUntil;

    /// @param toldUntil when a lost system ran last, of which the database was restored
    WorkerRows(DatabaseClient database, Instant toldUntil) {
        this.database = database;
        this.toldUntil = toldUntil;
    }

    Mono<Long> enlist(Duration lease) {
        return database.sql(
                        """
                        insert into workers (alive_until)
                        values (clock_timestamp() + make_interval(secs => :lease))
                        returning epoch
                        """)
                .bind("lease", (double) lease.toSeconds())
                .map(row -> Columns.need(row, "epoch", Long.class))
                .one();
    }

    Mono<Set<Long>> stayAlive(Set<Long> epochs, Duration lease) {
        return database.sql(
                        """
                        update workers
                        set alive_until = clock_timestamp() + make_interval(secs => :lease)
                        where epoch = any(:epochs)
                        returning epoch
                        """)
                .bind("lease", (double) lease.toSeconds())
                .bind("epochs", epochs.toArray(Long[]::new))
                .map(row -> Columns.need(row, "epoch", Long.class))
                .all()
                .collect(Collectors.toSet());
    }

    /// The rows of dead workers are locked first: a claim by one of them waits at the reference to
    /// its worker, and fails when the row is gone.
    Mono<List<Delivery>> takeOver() {
        return database.sql(
                        """
                        select epoch from workers where alive_until < clock_timestamp()
                        order by epoch for update skip locked
                        """)
                .map(row -> Columns.need(row, "epoch", Long.class))
                .all()
                .collectList()
                .flatMap(dead -> dead.isEmpty() ? Mono.just(List.of()) : bury(dead));
    }

    /// What a worker of a lost system was sending is no more in doubt than what it sent afterwards,
    /// and is not sent again as that of a worker who just died is.
    private Mono<List<Delivery>> bury(List<Long> dead) {
        var epochs = dead.toArray(Long[]::new);
        return database.sql(
                        """
                        update deliveries set state = 'ready', worker = null
                        where worker = any(:dead) and state = 'claimed'
                          and (\
                        """
                                + PostgresDeliveryQueue.TOLD_PERHAPS
                                + """
                                  or (id, attempts) not in (
                                      select id, attempt
                                      from begun, unnest(ids, begun.attempts) as one (id, attempt)
                                      where begun.worker = any(:dead)))
                                """)
                .bind("dead", epochs)
                .bind("told_until", toldUntil)
                .then()
                .then(
                        database.sql(
                                        """
                                        update deliveries set state = 'ready', worker = null,
                                            attempts = attempts + 1
                                        where worker = any(:dead)
                                        returning\
                                        """
                                                + Rows.DELIVERY)
                                .bind("dead", epochs)
                                .map(Rows::delivery)
                                .all()
                                .collectList())
                .delayUntil(_ ->
                        database.sql(
                                        """
                                        with begun_by_them as (
                                            delete from begun where worker = any(:dead))
                                        delete from workers where epoch = any(:dead)
                                        """)
                                .bind("dead", epochs)
                                .then());
    }

    Mono<Void> resign(long epoch) {
        return database.sql("update workers set alive_until = '-infinity' where epoch = :epoch")
                .bind("epoch", epoch)
                .then();
    }
}
