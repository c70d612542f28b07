package org.tinkuy.outbox;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/// Says which instance relays. It only spares the others the work: that a former leader cannot
/// publish any more is ensured by Kafka ([FencedPublisher]).
class RelayLease {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DatabaseClient database;
    private final Duration length;
    private final UUID holder = UUID.randomUUID();

    RelayLease(DatabaseClient database, Duration length) {
        this.database = database;
        this.length = length;
    }

    /// Takes the lease if it is free or over, renews it if it is ours.
    boolean hold() {
        return Boolean.TRUE.equals(
                database.sql(
                                """
                                insert into outbox_leases as lease (name, holder, expires_at)
                                values ('relay', :holder, clock_timestamp() + make_interval(secs => :seconds))
                                on conflict (name) do update
                                set holder = excluded.holder, expires_at = excluded.expires_at
                                where lease.holder = excluded.holder
                                    or lease.expires_at < clock_timestamp()
                                """)
                        .bind("holder", holder)
                        .bind("seconds", length.toMillis() / 1000.0)
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows == 1)
                        .block(PATIENCE));
    }

    void release() {
        database.sql("delete from outbox_leases where name = 'relay' and holder = :holder")
                .bind("holder", holder)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }
}
