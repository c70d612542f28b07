package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.SharedDeliveries;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

@Repository
class PostgresSharedDeliveries implements SharedDeliveries {

    private final DatabaseClient database;

    PostgresSharedDeliveries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> enqueue(Shared shared, List<RecipientId> recipients) {
        return database.sql(
                        """
                        insert into deliveries (id, dedupe_key, kind, lane, channel, recipient_id,
                            about, programme_id, state, created_at, expires_at, next_attempt_at)
                        select uuidv7(),
                            concat_ws('/', cast(:kind as text), cast(:about as uuid), recipient),
                            :kind, :lane, :channel, recipient, array[cast(:about as uuid)],
                            :programme, 'ready', :first, :expires_at,
                            :first + (place - 1) * interval '1 second' / :rate
                        from unnest(:recipients) with ordinality as r (recipient, place)
                        """)
                .bind("kind", shared.kind().label())
                .bind("lane", shared.kind().lane().label())
                .bind("channel", Channel.MAIL.label())
                .bind("about", shared.about())
                .bind("programme", shared.programme().value())
                .bind("first", shared.first())
                .bind("expires_at", shared.expiresAt())
                .bind("rate", shared.perSecond())
                .bind("recipients", Rows.column(recipients, RecipientId::value, UUID[]::new))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Void> hold(DeliveryKind kind, UUID about) {
        return database.sql(
                        """
                        update deliveries set state = 'paused'
                        where kind = :kind and about[1] = :about and state = 'ready'
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .then();
    }

    @Override
    public Mono<Long> resume(
            DeliveryKind kind, UUID about, Instant from, int perSecond, Instant expiresAt) {
        return database.sql(
                        """
                        with held as (
                            select id, row_number() over (order by next_attempt_at, id) - 1 as place
                            from deliveries
                            where kind = :kind and about[1] = :about and state = 'paused')
                        update deliveries d set
                            state = 'ready',
                            next_attempt_at = greatest(d.next_attempt_at,
                                :from + held.place * interval '1 second' / :rate),
                            expires_at = greatest(d.expires_at, :expires_at)
                        from held where held.id = d.id
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .bind("from", from)
                .bind("rate", perSecond)
                .bind("expires_at", expiresAt)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Long> untried(DeliveryKind kind, UUID about) {
        return database.sql(
                        """
                        select count(*) as untried from deliveries
                        where kind = :kind and about[1] = :about
                          and attempts = 0 and state <> 'paused'
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .map(row -> Columns.need(row, "untried", Long.class))
                .one();
    }

    @Override
    public Mono<Boolean> allEnded(DeliveryKind kind, UUID about) {
        return database.sql(
                        """
                        select not exists (
                            select from deliveries where kind = :kind and about[1] = :about
                            ) as ended
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .map(row -> Columns.need(row, "ended", Boolean.class))
                .one();
    }

    @Override
    public Mono<Map<DeliveryState, Long>> ended(DeliveryKind kind, UUID about) {
        return database.sql(
                        """
                        select state, sum(copies)::bigint as copies from delivery_counts
                        where kind = :kind and about = :about
                        group by state
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .map(row ->
                        Map.entry(
                                DeliveryState.labelled(Columns.need(row, "state", String.class))
                                        .orElseThrow(),
                                Columns.need(row, "copies", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Long> sentSince(DeliveryKind kind, UUID about, Instant since) {
        return database.sql(
                        """
                        select count(*) as sent from ended_deliveries
                        where kind = :kind and about[1] = :about and state = 'sent'
                          and ended_at > :since
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .bind("since", since)
                .map(row -> Columns.need(row, "sent", Long.class))
                .one();
    }
}
