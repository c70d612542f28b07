package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryLog;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.KnownRecipients;
import org.tinkuy.notification.delivery.LaterFacts;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveryLog implements DeliveryLog {

    private static final String ENTRY =
            " d.id, d.recipient_id, d.kind, d.about, d.state, d.created_at,"
                    + " d.next_attempt_at, d.attempts, d.ended_at, d.cause, d.reason,"
                    + " d.state in ('failed', 'unknown') and"
                    + LogFilter.CAN_BE_SENT
                    + " as retryable"
                    + " from all_deliveries d ";

    private final DatabaseClient database;
    private final KnownRecipients recipients;
    private final Registrations registrations;
    private final LaterFacts facts;

    PostgresDeliveryLog(
            DatabaseClient database,
            KnownRecipients recipients,
            Registrations registrations,
            LaterFacts facts) {
        this.database = database;
        this.recipients = recipients;
        this.registrations = registrations;
        this.facts = facts;
    }

    @Override
    public Mono<List<Entry>> latest(
            Visibility visibility, Filter filter, @Nullable UUID before, int limit, Instant now) {
        return LogFilter.bound(
                        database,
                        "select"
                                + ENTRY
                                + """
                                where (cast(:before as uuid) is null or d.id < :before) and\
                                """
                                + LogFilter.VISIBLE
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
        return LogFilter.bound(
                        database,
                        """
                        select state, sum(copies)::bigint as copies from (
                            select d.state, count(*) as copies from deliveries d
                            where\
                        """
                                + LogFilter.VISIBLE
                                + """
                                group by d.state
                                union all
                                select d.state, sum(d.copies) from delivery_counts d
                                where\
                                """
                                + LogFilter.VISIBLE.replace("d.about[1]", "d.about")
                                + """
                                group by d.state
                                union all
                                select d.state, count(*) from ended_deliveries d
                                where cast(:about as uuid) is not null
                                  and shared_about(d.kind, d.about) is null and\
                                """
                                + LogFilter.VISIBLE
                                + " group by d.state) counted group by state",
                        visibility,
                        filter)
                .map(row -> Map.entry(state(row), Columns.need(row, "copies", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Entry> find(Visibility visibility, UUID id, Instant now) {
        return LogFilter.bound(
                        database,
                        "select" + ENTRY + "where d.id = :id and" + LogFilter.VISIBLE,
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

    private static DeliveryState state(Readable row) {
        return DeliveryState.labelled(Columns.need(row, "state", String.class)).orElseThrow();
    }

    private Mono<List<Entry>> entries(List<Entry> rows) {
        if (rows.isEmpty()) {
            return Mono.just(rows);
        }
        return Mono.zip(
                        recipients.of(
                                rows.stream()
                                        .map(row ->
                                                new KnownRecipients.Named(
                                                        row.kind(),
                                                        new RecipientId(row.recipientId())))
                                        .toList()),
                        registrations.sessions(
                                rows.stream()
                                        .flatMap(row -> row.about().stream())
                                        .map(RegistrationId::new)
                                        .toList()),
                        facts.of(rows.stream().map(Entry::id).toList()))
                .map(found ->
                        rows.stream()
                                .map(row ->
                                        row.with(
                                                recipient(
                                                        found.getT1()
                                                                .get(
                                                                        new RecipientId(
                                                                                row
                                                                                        .recipientId()))),
                                                ofThose(row.about(), found.getT2()),
                                                found.getT3().getOrDefault(row.id(), List.of())))
                                .toList());
    }

    private static List<UUID> ofThose(List<UUID> about, Map<RegistrationId, SessionId> sessions) {
        return about.stream()
                .map(id -> sessions.get(new RegistrationId(id)))
                .filter(Objects::nonNull)
                .map(SessionId::value)
                .distinct()
                .toList();
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
                List.of(),
                state(row),
                Columns.need(row, "created_at", Instant.class),
                Columns.need(row, "next_attempt_at", Instant.class),
                Columns.need(row, "attempts", Integer.class),
                row.get("ended_at", Instant.class),
                Rows.failure(row),
                row.get("reason", String.class),
                Columns.need(row, "retryable", Boolean.class),
                List.of());
    }
}
