package org.tinkuy.session.schedule.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.schedule.Exemption;
import org.tinkuy.session.schedule.ScheduleChange;
import org.tinkuy.session.schedule.ScheduleChanges;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionTimes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresScheduleChanges implements ScheduleChanges {

    private final DatabaseClient database;

    PostgresScheduleChanges(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(ScheduleChange change) {
        var zone = change.timeZone();
        var exemption = change.exemption();
        return database.sql(
                        """
                        insert into session_changes (session_id, version, at, changed_by,
                            date, starts, ends, time_zone, place, cancelled, exemption)
                        values (:session, :version, :at, :by,
                            :date, :starts, :ends, :time_zone, :place, :cancelled, :exemption)
                        """)
                .bind("session", change.session().value())
                .bind("version", change.version())
                .bind("at", change.at())
                .bind("by", change.by())
                .bind("date", nullable(LocalDate.class, change.times().date()))
                .bind("starts", nullable(LocalTime.class, change.times().starts()))
                .bind("ends", nullable(LocalTime.class, change.times().ends()))
                .bind("time_zone", nullable(String.class, zone == null ? null : zone.getId()))
                .bind("place", nullable(String.class, change.place()))
                .bind("cancelled", change.cancelled())
                .bind(
                        "exemption",
                        nullable(String.class, exemption == null ? null : exemption.reason()))
                .then();
    }

    @Override
    public Flux<ScheduleChange> of(SessionId session) {
        return database.sql(
                        """
                        select * from session_changes
                        where session_id = :session
                        order by version desc
                        """)
                .bind("session", session.value())
                .map(PostgresScheduleChanges::change)
                .all();
    }

    private static ScheduleChange change(Readable row) {
        var zone = row.get("time_zone", String.class);
        var exemption = row.get("exemption", String.class);
        return new ScheduleChange(
                new SessionId(need(row, "session_id", UUID.class)),
                need(row, "version", Long.class),
                need(row, "at", Instant.class),
                need(row, "changed_by", UUID.class),
                new SessionTimes(
                        row.get("date", LocalDate.class),
                        row.get("starts", LocalTime.class),
                        row.get("ends", LocalTime.class)),
                zone == null ? null : ZoneId.of(zone),
                row.get("place", String.class),
                need(row, "cancelled", Boolean.class),
                exemption == null ? null : new Exemption(exemption));
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static <T> Parameter nullable(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
