package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Lane;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveries implements Deliveries {

    private final DatabaseClient database;

    PostgresDeliveries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Backlog> backlog() {
        return Flux.just(Lane.values()).concatMap(this::backlog);
    }

    private Mono<Backlog> backlog(Lane lane) {
        return database.sql(
                        """
                        select count(*) as waiting,
                            count(*) filter (where state = 'waiting') as incomplete,
                            min(created_at) as oldest
                        from delivery
                        where state in ('waiting', 'ready') and lane = :lane
                        """)
                .bind("lane", lane.label())
                .map(row ->
                        new Backlog(
                                lane,
                                Columns.need(row, "waiting", Long.class),
                                Columns.need(row, "incomplete", Long.class),
                                row.get("oldest", Instant.class)))
                .one();
    }
}
