package org.tinkuy.notification.reminder.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.AnnouncedTimes;
import org.tinkuy.notification.reminder.Announcement;
import org.tinkuy.notification.reminder.Announcements;
import reactor.core.publisher.Mono;

@Repository
class PostgresAnnouncements implements Announcements {

    private final DatabaseClient database;

    PostgresAnnouncements(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Announcement> latest(SessionId session) {
        return database.sql(
                        """
                        select date, starts, ends, time_zone, place from announcements
                        where session_id = :session
                        order by version desc limit 1
                        """)
                .bind("session", session.value())
                .map(row -> new Announcement(Rows.times(row), row.get("place", String.class)))
                .one();
    }

    @Override
    public Mono<Void> add(SessionId session, long version, Announcement announced, Instant now) {
        var times = announced.times();
        return database.sql(
                        """
                        insert into announcements (session_id, version, known_since,
                            date, starts, ends, time_zone, place, over_at)
                        values (:session, :version, :now,
                            :date, :starts, :ends, :time_zone, :place, :over_at)
                        """)
                .bind("session", session.value())
                .bind("version", version)
                .bind("now", now)
                .bind("date", Columns.nullable(LocalDate.class, times.date()))
                .bind("starts", Columns.nullable(LocalTime.class, times.starts()))
                .bind("ends", Columns.nullable(LocalTime.class, times.ends()))
                .bind("time_zone", times.timeZone().getId())
                .bind("place", Columns.nullable(String.class, announced.place()))
                .bind("over_at", Columns.nullable(Instant.class, announced.overAt().orElse(null)))
                .then();
    }

    @Override
    public Mono<Map<SessionId, AnnouncedTimes>> of(Collection<SessionId> sessions) {
        return database.sql(
                        """
                        select session_id, version, over_at, date, starts, ends, time_zone, place,
                            greatest(known_since, timestamptz 'epoch') as known_since
                        from announcements where session_id = any(:sessions)
                        order by version
                        """)
                .bind("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new SessionId(Columns.need(row, "session_id", UUID.class)),
                                new AnnouncedTimes.Version(
                                        Columns.need(row, "version", Long.class),
                                        Columns.need(row, "known_since", Instant.class),
                                        row.get("over_at", Instant.class),
                                        new Announcement(
                                                Rows.times(row), row.get("place", String.class)))))
                .all()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList()),
                                        AnnouncedTimes::new)));
    }
}
