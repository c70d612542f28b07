package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryLog;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.LaterFacts;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveryLog implements DeliveryLog {

    private static final String VISIBLE =
            """
             (cast(:programmes as uuid[]) is null or d.programme_id = any(:programmes))
              and (cast(:programme as uuid) is null or d.programme_id = :programme)
              and (cast(:state as text) is null or d.state = :state)
              and (cast(:kind as text) is null or d.kind = :kind)
              and (cast(:about as uuid) is null or d.about[1] = :about)
            """;

    /// The address of a code is forgotten when its delivery ends.
    private static final String CAN_BE_SENT =
            " d.expires_at > :now and d.kind <> '" + DeliveryKind.SIGN_IN_CODE.label() + "'";

    private static final String ENTRY =
            " d.id, d.recipient_id, d.kind, d.about, d.state, d.created_at,"
                    + " d.next_attempt_at, d.attempts, d.ended_at, d.reason,"
                    + " d.state in ('failed', 'unknown') and"
                    + CAN_BE_SENT
                    + " as retryable"
                    + " from all_deliveries d ";

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
                programme_id, 'ready', created_at, expires_at, cast(:now as timestamptz), attempts,
                unknowns, insisted or :insisted, traceparent
            from taken
            returning lane
            """;

    private final DatabaseClient database;
    private final Recipients recipients;
    private final LaterFacts facts;

    PostgresDeliveryLog(DatabaseClient database, Recipients recipients, LaterFacts facts) {
        this.database = database;
        this.recipients = recipients;
        this.facts = facts;
    }

    @Override
    public Mono<List<Entry>> latest(
            Visibility visibility, Filter filter, @Nullable UUID before, int limit, Instant now) {
        return filtered(
                        "select"
                                + ENTRY
                                + """
                                where (cast(:before as uuid) is null or d.id < :before) and\
                                """
                                + VISIBLE
                                + " order by d.id desc limit :limit",
                        visibility,
                        filter)
                .bind("before", Columns.nullable(UUID.class, before))
                .bind("limit", limit)
                .bind("now", now)
                .map(PostgresDeliveryLog::row)
                .all()
                .collectList()
                .flatMap(this::entries);
    }

    /// What ended is kept as numbers; what has not is few. Where nothing is shared, as with one
    /// registration's mails, there are few of both.
    @Override
    public Mono<Map<DeliveryState, Long>> counts(Visibility visibility, Filter filter) {
        return filtered(
                        """
                        select state, sum(copies)::bigint as copies from (
                            select d.state, count(*) as copies from deliveries d
                            where\
                        """
                                + VISIBLE
                                + """
                                group by d.state
                                union all
                                select d.state, sum(d.copies) from delivery_counts d
                                where\
                                """
                                + VISIBLE.replace("d.about[1]", "d.about")
                                + """
                                group by d.state
                                union all
                                select d.state, count(*) from ended_deliveries d
                                where cast(:about as uuid) is not null
                                  and shared_about(d.kind, d.about) is null and\
                                """
                                + VISIBLE
                                + " group by d.state) counted group by state",
                        visibility,
                        filter)
                .map(row -> Map.entry(state(row), Columns.need(row, "copies", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Entry> find(Visibility visibility, UUID id, Instant now) {
        return filtered(
                        "select" + ENTRY + "where d.id = :id and" + VISIBLE,
                        visibility,
                        new Filter(null, null, null, null))
                .bind("id", id)
                .bind("now", now)
                .map(PostgresDeliveryLog::row)
                .all()
                .collectList()
                .flatMap(this::entries)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    @Override
    public Flux<Lane> sendAgain(
            Visibility visibility,
            Filter filter,
            Set<DeliveryState> ended,
            int limit,
            Instant now) {
        return filtered(
                        """
                        with again as materialized (
                            select d.id, d.ended_at from ended_deliveries d
                            where d.state = any(:ended) and d.ended_at < :now and\
                        """
                                + CAN_BE_SENT
                                + " and"
                                + VISIBLE
                                + """
                                limit :limit
                                for update skip locked),
                                """
                                + BEGIN_AGAIN,
                        visibility,
                        filter)
                .bind("insisted", false)
                .bind("ended", labels(ended))
                .bind("limit", limit)
                .bind("now", now)
                .map(PostgresDeliveryLog::lane)
                .all();
    }

    @Override
    public Mono<Lane> insistOn(UUID id, Set<DeliveryState> ended, Instant now) {
        return database.sql(
                        """
                        with again as materialized (
                            select d.id, d.ended_at from ended_deliveries d
                            where d.id = :id and d.state = any(:ended) and\
                        """
                                + CAN_BE_SENT
                                + """
                                for update),
                                """
                                + BEGIN_AGAIN)
                .bind("id", id)
                .bind("insisted", true)
                .bind("ended", labels(ended))
                .bind("now", now)
                .map(PostgresDeliveryLog::lane)
                .one();
    }

    private GenericExecuteSpec filtered(String sql, Visibility visibility, Filter filter) {
        var programmes =
                switch (visibility) {
                    case Visibility.Everything() -> null;
                    case Visibility.OfProgrammes(var ids) -> ids.toArray(UUID[]::new);
                };
        var state = filter.state();
        var kind = filter.kind();
        return database.sql(sql)
                .bind("programmes", Columns.nullable(UUID[].class, programmes))
                .bind("programme", Columns.nullable(UUID.class, filter.programme()))
                .bind("state", Columns.nullable(String.class, state == null ? null : state.label()))
                .bind("kind", Columns.nullable(String.class, kind == null ? null : kind.label()))
                .bind("about", Columns.nullable(UUID.class, filter.about()));
    }

    private static String[] labels(Set<DeliveryState> states) {
        return states.stream().map(DeliveryState::label).toArray(String[]::new);
    }

    private static Lane lane(Readable row) {
        var label = Columns.need(row, "lane", String.class);
        return Arrays.stream(Lane.values())
                .filter(lane -> lane.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static DeliveryState state(Readable row) {
        return DeliveryState.labelled(Columns.need(row, "state", String.class)).orElseThrow();
    }

    private Mono<List<Entry>> entries(List<Entry> rows) {
        if (rows.isEmpty()) {
            return Mono.just(rows);
        }
        return Mono.zip(
                recipients.addressees(
                        rows.stream()
                                .map(row -> new RecipientId(row.recipientId()))
                                .collect(Collectors.toSet())),
                facts.of(rows.stream().map(Entry::id).toList()),
                (known, later) ->
                        rows.stream()
                                .map(row ->
                                        row.with(
                                                recipient(
                                                        known.get(
                                                                new RecipientId(
                                                                        row.recipientId()))),
                                                later.getOrDefault(row.id(), List.of())))
                                .toList());
    }

    private static @Nullable Recipient recipient(@Nullable Addressee known) {
        return known == null ? null : new Recipient(known.name(), known.address());
    }

    private static Entry row(Readable row) {
        return new Entry(
                Columns.need(row, "id", UUID.class),
                Columns.need(row, "recipient_id", UUID.class),
                null,
                DeliveryKind.labelled(Columns.need(row, "kind", String.class)),
                List.of(Columns.need(row, "about", UUID[].class)),
                state(row),
                Columns.need(row, "created_at", Instant.class),
                Columns.need(row, "next_attempt_at", Instant.class),
                Columns.need(row, "attempts", Integer.class),
                row.get("ended_at", Instant.class),
                row.get("reason", String.class),
                Columns.need(row, "retryable", Boolean.class),
                List.of());
    }
}
