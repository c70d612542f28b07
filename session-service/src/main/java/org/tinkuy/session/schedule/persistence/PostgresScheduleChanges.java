package org.tinkuy.session.schedule.persistence;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.schedule.Exemption;
import org.tinkuy.session.schedule.ScheduleChange;
import org.tinkuy.session.schedule.ScheduleChanges;
import org.tinkuy.session.schedule.SchedulingRule;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionTimes;
import org.tinkuy.session.schedule.Whereabouts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PostgresScheduleChanges implements ScheduleChanges {

    private static final TypeReference<Map<SchedulingRule, String>> REASONS =
            new TypeReference<>() {};

    private final DatabaseClient database;

    PostgresScheduleChanges(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(ScheduleChange change) {
        var insert =
                database.sql(
                                """
                                insert into session_changes (session_id, version, at, changed_by,
                                    from_known, from_date, from_starts, from_ends, from_time_zone,
                                    from_place, date, starts, ends, time_zone, place, cancelled,
                                    exemptions)
                                values (:session, :version, :at, :by,
                                    :from_known, :from_date, :from_starts, :from_ends,
                                    :from_time_zone, :from_place, :date, :starts, :ends,
                                    :time_zone, :place, :cancelled, :exemptions)
                                """)
                        .bind("session", change.session().value())
                        .bind("version", change.version())
                        .bind("at", change.at())
                        .bind("by", change.by())
                        .bind("from_known", change.from() != null)
                        .bind("cancelled", change.cancelled())
                        .bind("exemptions", nullable(Json.class, written(change.reasons())));
        return bound(bound(insert, "", change.to()), "from_", change.from()).then();
    }

    private static GenericExecuteSpec bound(
            GenericExecuteSpec insert, String prefix, @Nullable Whereabouts whereabouts) {
        var times = whereabouts == null ? SessionTimes.TO_BE_ANNOUNCED : whereabouts.times();
        var zone = whereabouts == null ? null : whereabouts.timeZone();
        return insert.bind(prefix + "date", nullable(LocalDate.class, times.date()))
                .bind(prefix + "starts", nullable(LocalTime.class, times.starts()))
                .bind(prefix + "ends", nullable(LocalTime.class, times.ends()))
                .bind(
                        prefix + "time_zone",
                        nullable(String.class, zone == null ? null : zone.getId()))
                .bind(
                        prefix + "place",
                        nullable(String.class, whereabouts == null ? null : whereabouts.place()));
    }

    @Override
    public Flux<ScheduleChange> of(SessionId session, @Nullable Long before, int most) {
        return database.sql(
                        """
                        select * from session_changes
                        where session_id = :session and version < :before
                        order by version desc
                        limit :most
                        """)
                .bind("session", session.value())
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("most", most)
                .map(PostgresScheduleChanges::change)
                .all();
    }

    private static ScheduleChange change(Readable row) {
        return new ScheduleChange(
                new SessionId(need(row, "session_id", UUID.class)),
                need(row, "version", Long.class),
                need(row, "at", Instant.class),
                need(row, "changed_by", UUID.class),
                need(row, "from_known", Boolean.class) ? whereabouts(row, "from_") : null,
                whereabouts(row, ""),
                need(row, "cancelled", Boolean.class),
                read(row.get("exemptions", Json.class)),
                Exemption.of(row.get("exemption", String.class)));
    }

    private static Whereabouts whereabouts(Readable row, String prefix) {
        var zone = row.get(prefix + "time_zone", String.class);
        return new Whereabouts(
                new SessionTimes(
                        row.get(prefix + "date", LocalDate.class),
                        row.get(prefix + "starts", LocalTime.class),
                        row.get(prefix + "ends", LocalTime.class)),
                zone == null ? null : ZoneId.of(zone),
                row.get(prefix + "place", String.class));
    }

    private static @Nullable Json written(Map<SchedulingRule, Exemption> reasons) {
        if (reasons.isEmpty()) {
            return null;
        }
        var byRule = new EnumMap<SchedulingRule, String>(SchedulingRule.class);
        reasons.forEach((rule, reason) -> byRule.put(rule, reason.reason()));
        return Json.of(JsonMapper.shared().writeValueAsString(byRule));
    }

    private static Map<SchedulingRule, Exemption> read(@Nullable Json json) {
        var reasons = new EnumMap<SchedulingRule, Exemption>(SchedulingRule.class);
        if (json != null) {
            JsonMapper.shared()
                    .readValue(json.asString(), REASONS)
                    .forEach((rule, reason) -> reasons.put(rule, new Exemption(reason)));
        }
        return reasons;
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
