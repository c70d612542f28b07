package org.tinkuy.notification.reminder.persistence;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.Reminder;
import org.tinkuy.notification.reminder.ReminderKind;
import org.tinkuy.notification.reminder.Reminders;
import org.tinkuy.notification.reminder.SessionLocks;
import reactor.core.publisher.Mono;

@Repository
class PostgresReminders implements Reminders {

    private final DatabaseClient database;
    private final SessionLocks locks;

    PostgresReminders(DatabaseClient database, SessionLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public Mono<Void> plan(SessionId session, Instant startsAt, List<Reminder> ahead) {
        return locks.change(session)
                .then(
                        database.sql(
                                        """
                                        with elsewhen as (
                                            delete from reminders
                                            where session_id = :session
                                              and starts_at <> :starts_at
                                              and not kind = any(:kinds))
                                        insert into reminders as earlier (session_id, kind,
                                            starts_at, due_at, expires_at, lane, spread)
                                        select :session, kind, :starts_at, due_at, expires_at,
                                            lane, make_interval(secs => spread)
                                        from unnest(cast(:kinds as text[]),
                                                cast(:due as timestamptz[]),
                                                cast(:expire as timestamptz[]),
                                                cast(:lanes as text[]),
                                                cast(:spreads as float8[]))
                                            as planned(kind, due_at, expires_at, lane, spread)
                                        on conflict (session_id, kind) do update set
                                            starts_at = excluded.starts_at,
                                            due_at = excluded.due_at,
                                            expires_at = excluded.expires_at,
                                            lane = excluded.lane,
                                            spread = excluded.spread,
                                            cursor = null,
                                            done_at = null
                                        where earlier.starts_at <> excluded.starts_at
                                        """)
                                .bind("session", session.value())
                                .bind("starts_at", startsAt)
                                .bind(
                                        "kinds",
                                        Columns.array(
                                                ahead,
                                                it -> it.kind().delivery().label(),
                                                String[]::new))
                                .bind("due", Columns.array(ahead, Reminder::dueAt, Instant[]::new))
                                .bind(
                                        "expire",
                                        Columns.array(ahead, Reminder::expiresAt, Instant[]::new))
                                .bind(
                                        "lanes",
                                        Columns.array(
                                                ahead,
                                                it -> it.kind().delivery().lane().label(),
                                                String[]::new))
                                .bind(
                                        "spreads",
                                        Columns.array(
                                                ahead,
                                                it -> (double) it.kind().spread().toSeconds(),
                                                Double[]::new))
                                .then());
    }

    @Override
    public Mono<Void> drop(SessionId session) {
        return locks.change(session)
                .then(
                        database.sql("delete from reminders where session_id = :session")
                                .bind("session", session.value())
                                .then());
    }

    private static final String PLANNED =
            " session_id, kind, starts_at, due_at, expires_at,"
                    + " cast(extract(epoch from spread) as float8) as spread, cursor ";

    @Override
    public Mono<List<Planned>> of(Collection<SessionId> sessions) {
        return database.sql("select" + PLANNED + "from reminders where session_id = any(:sessions)")
                .bind("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(PostgresReminders::planned)
                .all()
                .collectList();
    }

    @Override
    public Mono<Planned> due(Instant now) {
        return database.sql(
                        "select"
                                + PLANNED
                                + """
                                from reminders
                                where done_at is null and due_at <= :until
                                order by due_at, session_id
                                limit 1
                                for update skip locked
                                """)
                .bind("until", Reminder.fannedOutUntil(now))
                .map(PostgresReminders::planned)
                .one();
    }

    private static Planned planned(Readable row) {
        var kind = DeliveryKind.labelled(Columns.need(row, "kind", String.class));
        var reached = row.get("cursor", UUID.class);
        return new Planned(
                new Reminder(
                        new SessionId(Columns.need(row, "session_id", UUID.class)),
                        ReminderKind.of(kind),
                        Columns.need(row, "starts_at", Instant.class)),
                Columns.need(row, "due_at", Instant.class),
                Columns.need(row, "expires_at", Instant.class),
                Duration.ofSeconds(Columns.need(row, "spread", Double.class).longValue()),
                reached == null ? null : new RegistrationId(reached));
    }

    @Override
    public Mono<Void> turn(
            Reminder reminder, @Nullable RegistrationId reached, boolean done, Instant now) {
        return database.sql(
                        """
                        update reminders set
                            cursor = coalesce(:reached, cursor),
                            done_at = case when :done then cast(:now as timestamptz) end
                        where session_id = :session and kind = :kind
                        """)
                .bind(
                        "reached",
                        Columns.nullable(UUID.class, reached == null ? null : reached.value()))
                .bind("done", done)
                .bind("now", now)
                .bind("session", reminder.session().value())
                .bind("kind", reminder.kind().delivery().label())
                .then();
    }

    @Override
    public Mono<Instant> nextDue() {
        return database.sql(
                        """
                        select due_at from reminders where done_at is null
                        order by due_at limit 1
                        """)
                .map(row -> Columns.need(row, "due_at", Instant.class))
                .one();
    }
}
