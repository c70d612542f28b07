package org.tinkuy.notification.reminder.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.RescheduleNotice;
import org.tinkuy.notification.reminder.RescheduleNotices;
import reactor.core.publisher.Mono;

@Repository
class PostgresRescheduleNotices implements RescheduleNotices {

    private final DatabaseClient database;

    PostgresRescheduleNotices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<RescheduleNotice> pending(SessionId session) {
        return database.sql(
                        """
                        select version, first_change_at from reschedule_notices
                        where session_id = :session and cursor is null and done_at is null
                        for update
                        """)
                .bind("session", session.value())
                .map(row ->
                        new RescheduleNotice(
                                session,
                                Columns.need(row, "version", Long.class),
                                Columns.need(row, "first_change_at", Instant.class)))
                .one();
    }

    @Override
    public Mono<Void> plan(RescheduleNotice notice, Instant dueAt) {
        return database.sql(
                        """
                        insert into reschedule_notices (session_id, version, first_change_at, due_at)
                        values (:session, :version, :first_change_at, :due_at)
                        on conflict (session_id) do update set
                            version = excluded.version,
                            first_change_at = excluded.first_change_at,
                            due_at = excluded.due_at,
                            cursor = null,
                            done_at = null
                        """)
                .bind("session", notice.session().value())
                .bind("version", notice.version())
                .bind("first_change_at", notice.firstChangeAt())
                .bind("due_at", dueAt)
                .then();
    }

    @Override
    public Mono<Void> drop(SessionId session) {
        return database.sql("delete from reschedule_notices where session_id = :session")
                .bind("session", session.value())
                .then();
    }

    @Override
    public Mono<Due> due(Instant now) {
        return database.sql(
                        """
                        select session_id, version, cursor, due_at from reschedule_notices
                        where done_at is null and due_at <= :now
                        order by due_at, session_id
                        limit 1
                        for update skip locked
                        """)
                .bind("now", now)
                .map(PostgresRescheduleNotices::planned)
                .one();
    }

    private static Due planned(Readable row) {
        var reached = row.get("cursor", UUID.class);
        return new Due(
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                Columns.need(row, "version", Long.class),
                reached == null ? null : new RegistrationId(reached),
                Columns.need(row, "due_at", Instant.class));
    }

    @Override
    public Mono<Void> turn(
            SessionId session, @Nullable RegistrationId reached, boolean done, Instant now) {
        return database.sql(
                        """
                        update reschedule_notices set
                            cursor = coalesce(:reached, cursor),
                            done_at = case when :done then cast(:now as timestamptz) end
                        where session_id = :session
                        """)
                .bind(
                        "reached",
                        Columns.nullable(UUID.class, reached == null ? null : reached.value()))
                .bind("done", done)
                .bind("now", now)
                .bind("session", session.value())
                .then();
    }
}
