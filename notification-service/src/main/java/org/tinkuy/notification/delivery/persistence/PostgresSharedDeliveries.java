package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.RelayAnswers;
import org.tinkuy.notification.delivery.SharedDeliveries;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

@Repository
class PostgresSharedDeliveries implements SharedDeliveries {

    /// So few that whoever was refused an hour ago does not hide that all are taken now.
    private static final int LATEST_ANSWERS = 50;

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
                            cause = null,
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

    /// One statement: a copy that ends meanwhile would be counted twice, or not at all.
    @Override
    public Mono<Standing> standing(DeliveryKind kind, UUID about) {
        return database.sql(
                        """
                        select null as state, count(*) as copies from deliveries
                        where kind = :kind and about[1] = :about
                        union all
                        select state, sum(copies)::bigint from delivery_counts
                        where kind = :kind and about = :about
                        group by state
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .map(row ->
                        Map.entry(
                                Optional.ofNullable(row.get("state", String.class))
                                        .flatMap(DeliveryState::labelled),
                                Columns.need(row, "copies", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(PostgresSharedDeliveries::standing);
    }

    private static Standing standing(Map<Optional<DeliveryState>, Long> copies) {
        var ended = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        copies.forEach((state, count) -> state.ifPresent(it -> ended.put(it, count)));
        return new Standing(copies.getOrDefault(Optional.empty(), 0L), ended);
    }

    @Override
    public Mono<RelayAnswers> answers(DeliveryKind kind, UUID about, Instant since) {
        return database.sql(
                        """
                        with ended as (
                            select cause, reason, ended_at as at from ended_deliveries
                            where kind = :kind and about[1] = :about and ended_at > :since
                              and (state = 'sent' or cause in ('refused', 'address-refused'))
                            order by ended_at desc limit :latest),
                        put_off as (
                            select cause, reason, next_attempt_at as at from deliveries
                            where kind = :kind and about[1] = :about and cause = 'sender-refused'
                            order by next_attempt_at desc limit :latest),
                        answers as (select * from ended union all select * from put_off)
                        select count(*) filter (where cause is null) as taken,
                            count(cause) as refused,
                            (array_agg(reason order by at desc) filter (where cause is not null))[1]
                                as said
                        from answers
                        """)
                .bind("kind", kind.label())
                .bind("about", about)
                .bind("since", since)
                .bind("latest", LATEST_ANSWERS)
                .map(row ->
                        new RelayAnswers(
                                Columns.need(row, "taken", Long.class),
                                Columns.need(row, "refused", Long.class),
                                row.get("said", String.class)))
                .one();
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
