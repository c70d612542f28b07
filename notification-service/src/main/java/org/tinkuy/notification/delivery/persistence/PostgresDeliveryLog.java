package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryLog;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.Lane;
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
            " d.id, d.recipient_id, r.name, r.address, d.kind, d.about, d.state, d.created_at,"
                    + " d.next_attempt_at, d.attempts, d.ended_at, d.reason,"
                    + " d.state in ('failed', 'unknown') and"
                    + CAN_BE_SENT
                    + " as retryable"
                    + " from delivery d left join recipient r on r.id = d.recipient_id ";

    private final DatabaseClient database;

    PostgresDeliveryLog(DatabaseClient database) {
        this.database = database;
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
                .map(PostgresDeliveryLog::entry)
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<DeliveryState, Long>> counts(Visibility visibility, Filter filter) {
        return filtered(
                        "select d.state, count(*) as copies from delivery d where"
                                + VISIBLE
                                + " group by d.state",
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
                .map(PostgresDeliveryLog::entry)
                .one();
    }

    @Override
    public Flux<Lane> sendAgain(
            Visibility visibility, Filter filter, Set<DeliveryState> ended, Instant now) {
        return filtered(
                        """
                        update delivery d
                        set state = 'ready', ended_at = null, reason = null, next_attempt_at = :now
                        where d.state = any(:ended) and\
                        """
                                + CAN_BE_SENT
                                + " and"
                                + VISIBLE
                                + " returning d.lane",
                        visibility,
                        filter)
                .bind("ended", labels(ended))
                .bind("now", now)
                .map(PostgresDeliveryLog::lane)
                .all();
    }

    @Override
    public Mono<Lane> insistOn(UUID id, Set<DeliveryState> ended, Instant now) {
        return database.sql(
                        """
                        update delivery d
                        set state = 'ready', ended_at = null, reason = null, next_attempt_at = :now,
                            insisted = true
                        where d.id = :id and d.state = any(:ended) and\
                        """
                                + CAN_BE_SENT
                                + " returning d.lane")
                .bind("id", id)
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

    private static Entry entry(Readable row) {
        var address = row.get("address", String.class);
        return new Entry(
                Columns.need(row, "id", UUID.class),
                Columns.need(row, "recipient_id", UUID.class),
                address == null ? null : new Recipient(row.get("name", String.class), address),
                DeliveryKind.labelled(Columns.need(row, "kind", String.class)),
                List.of(Columns.need(row, "about", UUID[].class)),
                state(row),
                Columns.need(row, "created_at", Instant.class),
                Columns.need(row, "next_attempt_at", Instant.class),
                Columns.need(row, "attempts", Integer.class),
                row.get("ended_at", Instant.class),
                row.get("reason", String.class),
                Columns.need(row, "retryable", Boolean.class));
    }
}
