package org.tinkuy.notification.reminder.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;
import org.tinkuy.notification.reminder.Reminder;
import org.tinkuy.notification.reminder.Reminders;
import reactor.core.publisher.Flux;
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
                                            delete from reminder
                                            where session_id = :session
                                              and starts_at <> :starts_at
                                              and not kind = any(:kinds))
                                        insert into reminder as earlier (session_id, kind,
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
                                        array(
                                                ahead,
                                                it -> it.kind().delivery().label(),
                                                String[]::new))
                                .bind("due", array(ahead, Reminder::dueAt, Instant[]::new))
                                .bind("expire", array(ahead, Reminder::expiresAt, Instant[]::new))
                                .bind(
                                        "lanes",
                                        array(
                                                ahead,
                                                it -> it.kind().delivery().lane().label(),
                                                String[]::new))
                                .bind(
                                        "spreads",
                                        array(
                                                ahead,
                                                it -> (double) it.kind().spread().toSeconds(),
                                                Double[]::new))
                                .then());
    }

    @Override
    public Mono<Void> drop(SessionId session) {
        return locks.change(session)
                .then(
                        database.sql("delete from reminder where session_id = :session")
                                .bind("session", session.value())
                                .then());
    }

    @Override
    public Flux<SessionId> sessionsSince(Instant day) {
        return database.sql(
                        """
                        select id from session
                        where date >= :day and cancelled_at is null and not withdrawn
                        """)
                .bind("day", LocalDate.ofInstant(day, ZoneOffset.UTC))
                .map(row -> new SessionId(Columns.need(row, "id", UUID.class)))
                .all()
                .collectList()
                .flatMapIterable(Function.identity());
    }

    @Override
    public Mono<SessionTimes> timesOf(SessionId session) {
        return locks.change(session)
                .then(
                        database.sql(
                                        """
                                        select date, starts, ends, time_zone from session
                                        where id = :session
                                          and cancelled_at is null and not withdrawn
                                        """)
                                .bind("session", session.value())
                                .map(Rows::times)
                                .one());
    }

    @Override
    public Mono<Instant> nextDue() {
        return database.sql(
                        """
                        select due_at from reminder where done_at is null
                        order by due_at limit 1
                        """)
                .map(row -> Columns.need(row, "due_at", Instant.class))
                .one();
    }

    private static <T, R> R[] array(List<T> of, Function<T, R> part, IntFunction<R[]> make) {
        return of.stream().map(part).toArray(make);
    }
}
