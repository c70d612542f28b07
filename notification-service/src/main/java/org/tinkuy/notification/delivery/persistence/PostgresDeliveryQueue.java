package org.tinkuy.notification.delivery.persistence;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Attempt;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveryQueue implements DeliveryQueue {

    /// What a system that was lost may have sent: its time came while that still ran, and nobody
    /// has said yet that its fate is unknown. A notice that waits for facts may go as soon as it is
    /// made.
    static final String TOLD_PERHAPS =
            """
            unknowns = 0 and :told_until > case lane
                when 'notices' then least(created_at, next_attempt_at) else next_attempt_at end
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final WorkerRows workers;
    private final DeliveryEndings endings;
    private final Instant toldUntil;

    PostgresDeliveryQueue(
            DatabaseClient database,
            TransactionalOperator transaction,
            NotificationSettings settings) {
        this.database = database;
        this.toldUntil = requireNonNullElse(settings.delivery().toldUntil(), Instant.EPOCH);
        this.transaction = transaction;
        this.workers = new WorkerRows(database, toldUntil);
        this.endings = new DeliveryEndings(database);
    }

    @Override
    public Mono<List<Delivery>> claim(
            long epoch, Channel channel, Lane lane, int limit, Instant now) {
        return database.sql(
                        """
                        with me as materialized (
                            select epoch from workers where epoch = :epoch for key share),
                        next as materialized (
                            select id as next_id from deliveries
                            where state = 'ready' and channel = :channel and lane = :lane
                              and next_attempt_at <= :now and exists (select from me)
                              and not (\
                        """
                                + TOLD_PERHAPS
                                + """
                                    )
                                    order by next_attempt_at, id
                                    limit :limit
                                    for update skip locked)
                                update deliveries set state = 'claimed', worker = :epoch
                                from next where id = next_id
                                returning\
                                """
                                + Rows.DELIVERY)
                .bind("told_until", toldUntil)
                .bind("channel", channel.label())
                .bind("lane", lane.label())
                .bind("now", now)
                .bind("limit", limit)
                .bind("epoch", epoch)
                .map(Rows::delivery)
                .all()
                .collectList();
    }

    /// As long as the worker's row stands, nobody else has touched what it claimed.
    @Override
    public Mono<Boolean> begin(long epoch, Begun begun) {
        return database.sql(
                        """
                        with me as materialized (
                            select epoch from workers where epoch = :epoch for key share),
                        over as (
                            delete from begun using me
                            where worker = epoch and number = any(:over))
                        insert into begun (worker, number, ids, attempts)
                        select epoch, :number, :ids, :attempts from me
                        """)
                .bind("epoch", epoch)
                .bind("number", begun.number())
                .bind("ids", Rows.column(begun.deliveries(), it -> it.id().value(), UUID[]::new))
                .bind(
                        "attempts",
                        Rows.column(begun.deliveries(), Delivery::attempts, Integer[]::new))
                .bind("over", begun.over().toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Long> enlist(Duration lease) {
        return workers.enlist(lease);
    }

    @Override
    public Mono<Set<Long>> stayAlive(Set<Long> epochs, Duration lease) {
        return workers.stayAlive(epochs, lease);
    }

    @Override
    public Mono<List<Delivery>> takeOver() {
        return workers.takeOver();
    }

    @Override
    public Mono<Void> resign(long epoch) {
        return giveBackClaimed(epoch).then(workers.resign(epoch)).as(transaction::transactional);
    }

    @Override
    public Mono<Set<DeliveryId>> end(List<Attempt> ended) {
        return endings.write(
                ended.stream()
                        .map(one ->
                                DeliveryEndings.Written.of(
                                        one.epoch(),
                                        one.judged().delivery(),
                                        one.judged().verdict()))
                        .toList());
    }

    @Override
    public Mono<Void> settle(List<Judged> ended) {
        return endings.write(
                        ended.stream()
                                .map(one ->
                                        DeliveryEndings.Written.of(
                                                null, one.delivery(), one.verdict()))
                                .toList())
                .then();
    }

    @Override
    public Mono<Void> giveBack(long epoch, List<DeliveryId> ids, String reason) {
        return database.sql(
                        """
                        with not_begun as (
                            update begun set (ids, attempts) = (
                                select coalesce(array_agg(id), '{}'),
                                    coalesce(array_agg(attempt), '{}')
                                from unnest(ids, attempts) as one (id, attempt)
                                where id <> all(:ids))
                            where worker = :epoch and ids && :ids)
                        update deliveries set state = 'ready', worker = null, reason = :reason
                        where id = any(:ids) and worker = :epoch and state = 'claimed'
                        """)
                .bind("reason", reason)
                .bind("ids", Rows.ids(ids))
                .bind("epoch", epoch)
                .then();
    }

    @Override
    public Mono<Void> giveBackClaimed(long epoch) {
        return database.sql(
                        """
                        update deliveries set state = 'ready', worker = null
                        where worker = :epoch and state = 'claimed'
                          and (id, attempts) not in (
                              select id, attempt
                              from begun, unnest(ids, begun.attempts) as one (id, attempt)
                              where begun.worker = :epoch)
                        """)
                .bind("epoch", epoch)
                .then();
    }

    @Override
    public Mono<List<Delivery>> overdue(Instant now, int limit) {
        return database.sql(
                        "select"
                                + Rows.DELIVERY
                                + """
                                from deliveries
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
    public Mono<List<Delivery>> toldPerhaps(int limit) {
        return database.sql(
                        "select"
                                + Rows.DELIVERY
                                + "from deliveries where state in ('waiting', 'ready') and "
                                + TOLD_PERHAPS
                                + "limit :limit for update skip locked")
                .bind("told_until", toldUntil)
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
                                from deliveries
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
                                from deliveries
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
