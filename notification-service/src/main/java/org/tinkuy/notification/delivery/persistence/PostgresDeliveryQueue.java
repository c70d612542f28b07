package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryFacts;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.notification.people.RecipientId;
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
                .map(row -> Columns.need(row, "epoch", Long.class))
                .one();
    }

    @Override
    public Mono<Set<Long>> stayAlive(Set<Long> epochs, Duration lease) {
        return database.sql(
                        """
                        update worker
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
    public Mono<Set<DeliveryId>> begin(long epoch, List<DeliveryId> ids) {
        return database.sql(
                        """
                        update delivery set state = 'sending', attempts = attempts + 1
                        where id = any(:ids) and worker = :epoch and state = 'claimed'
                        returning id
                        """)
                .bind("ids", values(ids))
                .bind("epoch", epoch)
                .map(PostgresDeliveryQueue::id)
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Set<DeliveryId>> end(List<Held> ended) {
        return write(
                ended.stream()
                        .map(one -> Written.of(one.epoch(), one.delivery(), one.verdict()))
                        .toList());
    }

    @Override
    public Mono<Void> settle(List<DeliveryFacts.Ended> ended) {
        return write(
                        ended.stream()
                                .map(one -> Written.of(null, one.delivery(), one.verdict()))
                                .toList())
                .then();
    }

    private Mono<Set<DeliveryId>> write(List<Written> rows) {
        if (rows.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(
                        """
                        with ended as (
                            select * from unnest(
                                cast(:ids as uuid[]), cast(:epochs as bigint[]),
                                cast(:states as text[]),
                                cast(:attempts as int[]), cast(:unknowns as int[]),
                                cast(cast(:not_before as text[]) as timestamptz[]),
                                cast(cast(:ended_at as text[]) as timestamptz[]),
                                cast(:reasons as text[]))
                            as e (ended_id, epoch, next_state, next_attempts, next_unknowns,
                                not_before, at, why)),
                        written as (
                            update delivery set
                                state = next_state,
                                worker = null,
                                attempts = next_attempts,
                                unknowns = next_unknowns,
                                next_attempt_at = coalesce(not_before, next_attempt_at),
                                ended_at = at,
                                reason = why
                            from ended
                            where id = ended_id
                              and (epoch is null
                                   or (worker = epoch and state in ('claimed', 'sending')))
                            returning id, kind, ended_at),
                        forgotten as (
                            delete from delivery_code c using written w
                            where c.delivery_id = w.id and w.kind = 'sign-in-code'
                              and w.ended_at is not null)
                        select id from written
                        """)
                .bind("ids", column(rows, Written::id, UUID[]::new))
                .bind("epochs", column(rows, Written::epoch, Long[]::new))
                .bind("states", column(rows, Written::state, String[]::new))
                .bind("attempts", column(rows, Written::attempts, Integer[]::new))
                .bind("unknowns", column(rows, Written::unknowns, Integer[]::new))
                .bind("not_before", column(rows, row -> text(row.notBefore()), String[]::new))
                .bind("ended_at", column(rows, row -> text(row.endedAt()), String[]::new))
                .bind("reasons", column(rows, Written::reason, String[]::new))
                .map(PostgresDeliveryQueue::id)
                .all()
                .collect(Collectors.toSet());
    }

    private static <T> T[] column(
            List<Written> rows,
            Function<Written, ? extends @Nullable Object> value,
            IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static DeliveryId id(Readable row) {
        return new DeliveryId(Columns.need(row, "id", UUID.class));
    }

    private static UUID[] values(List<DeliveryId> ids) {
        return ids.stream().map(DeliveryId::value).toArray(UUID[]::new);
    }

    /// @param epoch the worker that must still hold it; `null`: the caller's transaction holds it
    private record Written(
            UUID id,
            @Nullable Long epoch,
            int attempts,
            int unknowns,
            String state,
            @Nullable Instant notBefore,
            @Nullable Instant endedAt,
            @Nullable String reason) {

        static Written of(@Nullable Long epoch, Delivery delivery, Verdict verdict) {
            return switch (verdict) {
                case Verdict.Sent(var at) -> of(epoch, delivery, "sent", null, at, null);
                case Verdict.Failed(var at, var why) ->
                        of(epoch, delivery, "failed", null, at, why);
                case Verdict.Expired(var at, var why) ->
                        of(epoch, delivery, "expired", null, at, why);
                case Verdict.LeftUnknown(var at, var why) ->
                        of(epoch, delivery, "unknown", null, at, why);
                case Verdict.Again(var notBefore, var why) ->
                        of(epoch, delivery, "ready", notBefore, null, why);
            };
        }

        private static Written of(
                @Nullable Long epoch,
                Delivery delivery,
                String state,
                @Nullable Instant notBefore,
                @Nullable Instant endedAt,
                @Nullable String reason) {
            return new Written(
                    delivery.id().value(),
                    epoch,
                    delivery.attempts(),
                    delivery.unknowns(),
                    state,
                    notBefore,
                    endedAt,
                    reason);
        }
    }

    @Override
    public Mono<Void> giveBack(long epoch, List<DeliveryId> ids, String reason) {
        return database.sql(
                        """
                        update delivery set state = 'ready', worker = null, reason = :reason,
                            attempts = attempts - case state when 'sending' then 1 else 0 end
                        where id = any(:ids) and worker = :epoch
                          and state in ('claimed', 'sending')
                        """)
                .bind("reason", reason)
                .bind("ids", values(ids))
                .bind("epoch", epoch)
                .then();
    }

    @Override
    public Mono<Void> giveBackClaimed(long epoch) {
        return database.sql(
                        """
                        update delivery set state = 'ready', worker = null
                        where worker = :epoch and state = 'claimed'
                        """)
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
                .map(row -> Columns.need(row, "epoch", Long.class))
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
        return giveBackClaimed(epoch)
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
