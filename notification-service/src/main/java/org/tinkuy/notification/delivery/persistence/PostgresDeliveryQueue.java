package org.tinkuy.notification.delivery.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.Verdict;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveryQueue implements DeliveryQueue {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PostgresDeliveryQueue(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Long> enlist(Duration lease) {
        return database.sql(
                        """
                        insert into worker (alive_until)
                        values (clock_timestamp() + make_interval(secs => :lease))
                        returning epoch
                        """)
                .bind("lease", (double) lease.toSeconds())
                .map(row -> Rows.need(row, "epoch", Long.class))
                .one();
    }

    @Override
    public Mono<Boolean> stayAlive(long epoch, Duration lease) {
        return database.sql(
                        """
                        update worker
                        set alive_until = clock_timestamp() + make_interval(secs => :lease)
                        where epoch = :epoch
                        """)
                .bind("lease", (double) lease.toSeconds())
                .bind("epoch", epoch)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> release(Instant now) {
        return database.sql(
                        """
                        update delivery d set state = 'ready', next_attempt_at = :now
                        where d.state = 'waiting'
                          and (select count(*) from delivery_registration r
                               where r.delivery_id = d.id) = cardinality(d.about)
                          and exists (select from recipient p
                                      where p.id = d.recipient_id and not p.erased)
                          and not exists (
                              select from delivery_registration r
                              left join session s on s.id = r.session_id
                              left join programme g on g.id = s.programme_id
                              where r.delivery_id = d.id and g.id is null)
                        """)
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<List<Delivery>> claim(long epoch, Lane lane, int limit, Instant now) {
        return database.sql(
                        """
                        with next as materialized (
                            select id as next_id from delivery
                            where state = 'ready' and lane = :lane and next_attempt_at <= :now
                            order by next_attempt_at, id
                            limit :limit
                            for update skip locked)
                        update delivery set state = 'claimed', worker = :epoch
                        from next where id = next_id
                        returning\
                        """
                                + Rows.DELIVERY)
                .bind("lane", lane.label())
                .bind("now", now)
                .bind("limit", limit)
                .bind("epoch", epoch)
                .map(Rows::delivery)
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> begin(long epoch, DeliveryId id) {
        return database.sql(
                        """
                        update delivery set state = 'sending', attempts = attempts + 1
                        where id = :id and worker = :epoch and state = 'claimed'
                        """)
                .bind("id", id.value())
                .bind("epoch", epoch)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> end(long epoch, Delivery delivery, Verdict verdict) {
        return write(delivery, verdict, epoch);
    }

    @Override
    public Mono<Void> settle(Delivery delivery, Verdict verdict) {
        return write(delivery, verdict, null).then();
    }

    /// @param epoch the worker that must still hold it; `null`: the caller's transaction holds it
    private Mono<Boolean> write(Delivery delivery, Verdict verdict, @Nullable Long epoch) {
        var row = Written.of(verdict);
        return database.sql(
                        """
                        with written as (
                            update delivery set
                                state = :state,
                                worker = null,
                                attempts = :attempts,
                                unknowns = :unknowns,
                                next_attempt_at =
                                    coalesce(cast(:not_before as timestamptz), next_attempt_at),
                                ended_at = :ended_at,
                                reason = :reason
                            where id = :id
                              and (cast(:epoch as bigint) is null
                                   or (worker = :epoch and state in ('claimed', 'sending')))
                            returning id),
                        forgotten as (
                            delete from delivery_code c using written
                            where c.delivery_id = written.id
                              and cast(:ended_at as timestamptz) is not null)
                        select count(*) as written from written
                        """)
                .bind("state", row.state())
                .bind("attempts", delivery.attempts())
                .bind("unknowns", delivery.unknowns())
                .bind("not_before", Rows.nullable(Instant.class, row.notBefore()))
                .bind("ended_at", Rows.nullable(Instant.class, row.endedAt()))
                .bind("reason", Rows.nullable(String.class, row.reason()))
                .bind("id", delivery.id().value())
                .bind("epoch", Rows.nullable(Long.class, epoch))
                .map(result -> Rows.need(result, "written", Long.class) > 0)
                .one();
    }

    private record Written(
            String state,
            @Nullable Instant notBefore,
            @Nullable Instant endedAt,
            @Nullable String reason) {

        static Written of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Sent(var at) -> new Written("sent", null, at, null);
                case Verdict.Failed(var at, var why) -> new Written("failed", null, at, why);
                case Verdict.Expired(var at, var why) -> new Written("expired", null, at, why);
                case Verdict.LeftUnknown(var at, var why) -> new Written("unknown", null, at, why);
                case Verdict.Again(var notBefore, var why) ->
                        new Written("ready", notBefore, null, why);
            };
        }
    }

    @Override
    public Mono<Void> giveBack(long epoch, List<DeliveryId> ids, String reason) {
        return database.sql(
                        """
                        update delivery set state = 'ready', worker = null, reason = :reason
                        where id = any(:ids) and worker = :epoch and state = 'claimed'
                        """)
                .bind("reason", reason)
                .bind("ids", ids.stream().map(DeliveryId::value).toArray(UUID[]::new))
                .bind("epoch", epoch)
                .then();
    }

    /// The rows of dead workers are locked first: a claim by one of them waits at the reference to
    /// its worker, and fails when the row is gone.
    @Override
    public Mono<List<Delivery>> takeOver() {
        return database.sql(
                        """
                        select epoch from worker where alive_until < clock_timestamp()
                        order by epoch for update skip locked
                        """)
                .map(row -> Rows.need(row, "epoch", Long.class))
                .all()
                .collectList()
                .flatMap(dead -> dead.isEmpty() ? Mono.just(List.of()) : bury(dead));
    }

    private Mono<List<Delivery>> bury(List<Long> dead) {
        var epochs = dead.toArray(Long[]::new);
        return database.sql(
                        """
                        update delivery set state = 'ready', worker = null
                        where worker = any(:dead) and state = 'claimed'
                        """)
                .bind("dead", epochs)
                .then()
                .then(
                        database.sql(
                                        """
                                        update delivery set state = 'ready', worker = null
                                        where worker = any(:dead)
                                        returning\
                                        """
                                                + Rows.DELIVERY)
                                .bind("dead", epochs)
                                .map(Rows::delivery)
                                .all()
                                .collectList())
                .delayUntil(_ ->
                        database.sql("delete from worker where epoch = any(:dead)")
                                .bind("dead", epochs)
                                .then());
    }

    @Override
    public Mono<Void> resign(long epoch) {
        return database.sql(
                        """
                        update delivery set state = 'ready', worker = null
                        where worker = :epoch and state = 'claimed'
                        """)
                .bind("epoch", epoch)
                .then()
                .then(
                        database.sql(
                                        """
                                        update worker set alive_until = '-infinity'
                                        where epoch = :epoch
                                        """)
                                .bind("epoch", epoch)
                                .then())
                .as(transaction::transactional);
    }

    @Override
    public Mono<List<Delivery>> overdue(Instant now, int limit) {
        return database.sql(
                        "select"
                                + Rows.DELIVERY
                                + """
                                from delivery
                                where state in ('waiting', 'ready') and expires_at <= :now
                                order by expires_at
                                limit :limit
                                for update skip locked
                                """)
                .bind("now", now)
                .bind("limit", limit)
                .map(Rows::delivery)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Delivery>> waitingFor(RecipientId recipient) {
        return database.sql(
                        "select"
                                + Rows.DELIVERY
                                + """
                                from delivery
                                where recipient_id = :recipient
                                  and state in ('waiting', 'ready', 'paused')
                                for update
                                """)
                .bind("recipient", recipient.value())
                .map(Rows::delivery)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Delivery>> waitingAbout(UUID about, int limit) {
        return database.sql(
                        "select"
                                + Rows.DELIVERY
                                + """
                                from delivery
                                where about[1] = :about and state in ('waiting', 'ready', 'paused')
                                limit :limit
                                for update skip locked
                                """)
                .bind("about", about)
                .bind("limit", limit)
                .map(Rows::delivery)
                .all()
                .collectList();
    }
}
