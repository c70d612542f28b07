package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveries implements Deliveries {

    private final DatabaseClient database;

    PostgresDeliveries(DatabaseClient database) {
        this.database = database;
    }

    /// One statement, however many there are; a join of what nobody can estimate would compare each
    /// with each. Names are taken in order, so that two who take the same ones wait for each other
    /// and never both.
    private static final String ENQUEUE =
            """
            with asked as materialized (
                select *, cast(md5(dedupe_key) as uuid) as hash
                from unnest(
                    cast(:keys as text[]), cast(:kinds as text[]),
                    cast(:lanes as text[]), cast(:channels as text[]),
                    cast(:recipients as uuid[]), cast(:abouts as text[]),
                    cast(:programmes as uuid[]), cast(:states as text[]),
                    cast(cast(:created as text[]) as timestamptz[]),
                    cast(cast(:due as text[]) as timestamptz[]),
                    cast(cast(:expire as text[]) as timestamptz[]),
                    cast(:traces as text[]))
                as m (dedupe_key, kind, lane, channel, recipient_id, about,
                    programme_id, state, created_at, due_at, expires_at, traceparent)),
            named as (
                insert into delivery_keys (hash, expires_at)
                select distinct on (hash) hash, expires_at from asked order by hash
                on conflict do nothing
                returning hash)
            insert into deliveries (id, dedupe_key, kind, lane, channel, recipient_id,
                about, programme_id, state, created_at, expires_at, next_attempt_at,
                traceparent)
            select uuidv7(), dedupe_key, kind, lane, channel, recipient_id,
                cast(about as uuid[]), programme_id, state, created_at, expires_at,
                due_at, traceparent
            from (
                select distinct on (hash) * from asked
                where hash = any(array(select hash from named))) once
            """;

    @Override
    public Mono<Long> enqueue(List<NewDelivery> messages) {
        return messages.isEmpty() ? Mono.just(0L) : bound(ENQUEUE, messages).fetch().rowsUpdated();
    }

    @Override
    public Mono<Set<String>> enqueueNew(List<NewDelivery> messages) {
        return bound(ENQUEUE + "returning dedupe_key", messages)
                .map(row -> Columns.need(row, "dedupe_key", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, List<NewDelivery> messages) {
        return database.sql(sql)
                .bind("keys", Rows.column(messages, NewDelivery::key, String[]::new))
                .bind("kinds", Rows.column(messages, it -> it.kind().label(), String[]::new))
                .bind("lanes", Rows.column(messages, it -> it.kind().lane().label(), String[]::new))
                .bind("channels", Rows.column(messages, it -> it.channel().label(), String[]::new))
                .bind(
                        "recipients",
                        Rows.column(messages, it -> it.recipient().value(), UUID[]::new))
                .bind("abouts", Rows.column(messages, PostgresDeliveries::about, String[]::new))
                .bind(
                        "programmes",
                        Rows.column(messages, PostgresDeliveries::programme, UUID[]::new))
                .bind(
                        "states",
                        Rows.column(
                                messages, it -> it.waits() ? "waiting" : "ready", String[]::new))
                .bind("created", Rows.column(messages, it -> text(it.createdAt()), String[]::new))
                .bind("due", Rows.column(messages, it -> text(it.dueAt()), String[]::new))
                .bind("expire", Rows.column(messages, it -> text(it.expiresAt()), String[]::new))
                .bind("traces", Rows.column(messages, NewDelivery::traceparent, String[]::new));
    }

    private static String about(NewDelivery message) {
        return message.about().stream()
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable UUID programme(NewDelivery message) {
        var programme = message.programme();
        return programme == null ? null : programme.value();
    }

    private static String text(Instant time) {
        return time.toString();
    }

    @Override
    public Mono<Void> becomes(Collection<String> keys, DeliveryKind kind) {
        return database.sql(
                        """
                        update deliveries set kind = :kind
                        where dedupe_key = any(:keys) and state = 'waiting' and kind <> :kind
                        """)
                .bind("kind", kind.label())
                .bind("keys", keys.toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<List<Delivery>> waiting(@Nullable DeliveryId after, int limit) {
        return database.sql(
                        "select"
                                + Rows.DELIVERY
                                + """
                                from deliveries
                                where state = 'waiting'
                                  and (cast(:after as uuid) is null or id > :after)
                                order by id
                                limit :limit
                                """)
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("limit", limit)
                .map(Rows::delivery)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> release(Collection<DeliveryId> complete, Instant now) {
        return database.sql(
                        """
                        update deliveries set state = 'ready', next_attempt_at = :now
                        where id = any(:ids) and state = 'waiting'
                        """)
                .bind("ids", Rows.ids(complete))
                .bind("now", now)
                .then();
    }

    @Override
    public Flux<Reached> reached(
            DeliveryKind kind, Collection<SessionId> about, Collection<RecipientId> recipients) {
        return database.sql(
                        """
                        select about[1] as about, recipient_id, dedupe_key from all_deliveries
                        where recipient_id = any(:recipients) and kind = :kind
                          and about[1] = any(:about)
                          and (state in ('sending', 'sent', 'unknown') or unknowns > 0)
                        """)
                .bind("recipients", Rows.column(recipients, RecipientId::value, UUID[]::new))
                .bind("kind", kind.label())
                .bind("about", Rows.column(about, SessionId::value, UUID[]::new))
                .map(row ->
                        new Reached(
                                Columns.need(row, "about", UUID.class),
                                new RecipientId(Columns.need(row, "recipient_id", UUID.class)),
                                Columns.need(row, "dedupe_key", String.class)))
                .all();
    }

    @Override
    public Flux<Backlog> backlog() {
        return database.sql(
                        """
                        select lane, count(*) as waiting,
                            count(*) filter (where state = 'waiting') as incomplete,
                            min(created_at) as oldest
                        from deliveries
                        where state in ('waiting', 'ready')
                        group by lane
                        """)
                .map(row ->
                        new Backlog(
                                Lane.labelled(Columns.need(row, "lane", String.class)),
                                Columns.need(row, "waiting", Long.class),
                                Columns.need(row, "incomplete", Long.class),
                                row.get("oldest", Instant.class)))
                .all();
    }
}
