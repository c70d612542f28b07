package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.EndedDeliveries;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresEndedDeliveries implements EndedDeliveries {

    /// Those of `again` go from the log back to the queue; what is left of their first end is a
    /// number less, and a later fact.
    private static final String BEGIN_AGAIN =
            """
            taken as (
                delete from ended_deliveries d using again a
                where d.id = a.id and d.ended_at = a.ended_at
                returning d.*),
            counted as (
                insert into delivery_counts (programme_id, kind, about, state, copies)
                select programme_id, kind, shared_about(kind, about), state, -count(*)
                from taken group by 1, 2, 3, 4 order by 1, 2, 3, 4
                on conflict (programme_id, kind, about, state) do update
                    set copies = delivery_counts.copies + excluded.copies),
            remembered as (
                insert into later_facts (delivery_id, at, fact, detail)
                select id, cast(:now as timestamptz), 'retried',
                    state || coalesce(': ' || reason, '')
                from taken)
            insert into deliveries (id, dedupe_key, kind, lane, channel, recipient_id, about,
                programme_id, state, created_at, expires_at, next_attempt_at, attempts, unknowns,
                insisted, traceparent)
            select id, dedupe_key, kind, lane, channel, recipient_id, about,
                programme_id,
                case when kind in ('campaign', 'message-to-registered')
                        and about[1] = any(:held)
                    then 'paused' else 'ready' end,
                created_at, expires_at, cast(:now as timestamptz), attempts,
                unknowns, insisted or :insisted, traceparent
            from taken
            returning lane, state = 'paused' as held
            """;

    private final DatabaseClient database;

    PostgresEndedDeliveries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Ended>> retryable(
            Visibility visibility,
            Filter filter,
            @Nullable DeliveryId after,
            int limit,
            Instant now) {
        return LogFilter.bound(
                        database,
                        "select"
                                + Rows.DELIVERY
                                + """
                                , cause from ended_deliveries d
                                where d.ended_at < :now
                                  and (cast(:after as uuid) is null or d.id > :after) and\
                                """
                                + LogFilter.CAN_BE_SENT
                                + " and"
                                + LogFilter.VISIBLE
                                + " order by d.id limit :limit",
                        visibility,
                        filter)
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("limit", limit)
                .bind("now", now)
                .map(row -> new Ended(Rows.delivery(row), Rows.failure(row)))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> tooLate(Visibility visibility, Filter filter, Instant now) {
        return LogFilter.bound(
                        database,
                        "select count(*) as late from ended_deliveries d where not ("
                                + LogFilter.CAN_BE_SENT
                                + ") and"
                                + LogFilter.VISIBLE,
                        visibility,
                        filter)
                .bind("now", now)
                .map(row -> Columns.need(row, "late", Long.class))
                .one();
    }

    @Override
    public Flux<Again> sendAgain(
            Collection<DeliveryId> ids, Set<DeliveryState> ended, Set<UUID> held, Instant now) {
        return database.sql(
                        """
                        with again as materialized (
                            select d.id, d.ended_at from ended_deliveries d
                            where d.id = any(:ids) and d.state = any(:ended) and\
                        """
                                + LogFilter.CAN_BE_SENT
                                + """
                                order by d.id
                                for update),
                                """
                                + BEGIN_AGAIN)
                .bind("ids", Rows.ids(ids))
                .bind("insisted", false)
                .bind("ended", labels(ended))
                .bind("held", held.toArray(UUID[]::new))
                .bind("now", now)
                .map(PostgresEndedDeliveries::again)
                .all();
    }

    @Override
    public Flux<Again> sendSuppressed(Set<RecipientId> recipients, Instant now) {
        return database.sql(
                        """
                        with again as materialized (
                            select d.id, d.ended_at from ended_deliveries d
                            where d.recipient_id = any(:recipients)
                              and d.state = 'failed' and d.cause = :suppressed
                              and d.lane <> :newsletter and\
                        """
                                + LogFilter.CAN_BE_SENT
                                + """
                                order by d.id
                                for update),
                                """
                                + BEGIN_AGAIN)
                .bind("recipients", Rows.column(recipients, RecipientId::value, UUID[]::new))
                .bind("suppressed", Failure.SUPPRESSED.label())
                .bind("newsletter", Lane.NEWSLETTER.label())
                .bind("held", new UUID[0])
                .bind("insisted", false)
                .bind("now", now)
                .map(PostgresEndedDeliveries::again)
                .all();
    }

    @Override
    public Mono<Again> insistOn(UUID id, Set<DeliveryState> ended, Set<UUID> held, Instant now) {
        return database.sql(
                        """
                        with again as materialized (
                            select d.id, d.ended_at from ended_deliveries d
                            where d.id = :id and d.state = any(:ended) and\
                        """
                                + LogFilter.CAN_BE_SENT
                                + """
                                for update),
                                """
                                + BEGIN_AGAIN)
                .bind("id", id)
                .bind("insisted", true)
                .bind("ended", labels(ended))
                .bind("held", held.toArray(UUID[]::new))
                .bind("now", now)
                .map(PostgresEndedDeliveries::again)
                .one();
    }

    @Override
    public Flux<Again> holdRefused(UUID campaign, Instant now) {
        return database.sql(
                        """
                        with again as materialized (
                            select d.id, d.ended_at from ended_deliveries d
                            where d.kind in ('campaign', 'message-to-registered')
                              and d.about[1] = any(:held)
                              and d.state = 'failed'
                              and d.cause in ('refused', 'address-refused')
                            order by d.id
                            for update),
                        """
                                + BEGIN_AGAIN)
                .bind("held", new UUID[] {campaign})
                .bind("insisted", false)
                .bind("now", now)
                .map(PostgresEndedDeliveries::again)
                .all();
    }

    private static String[] labels(Set<DeliveryState> states) {
        return states.stream().map(DeliveryState::label).toArray(String[]::new);
    }

    private static Again again(Readable row) {
        return new Again(
                Lane.labelled(Columns.need(row, "lane", String.class)),
                Columns.need(row, "held", Boolean.class));
    }
}
