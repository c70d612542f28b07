package org.tinkuy.notification.reminder.persistence;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.SessionId;
import org.tinkuy.notification.delivery.SessionTimes;
import org.tinkuy.notification.reminder.FanOutPage;
import org.tinkuy.notification.reminder.Reminder;
import org.tinkuy.notification.reminder.ReminderKind;
import org.tinkuy.notification.reminder.Reminders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresReminders implements Reminders {

    /// One copy of a reminder `m` for a registration `r`. Who is reminded when, within the minutes
    /// that a kind is spread over, depends on nothing but the session and the person.
    private static final String COPIES =
            """
            insert into delivery (id, dedupe_key, kind, lane, recipient_id, about, programme_id,
                state, created_at, expires_at, next_attempt_at)
            select uuidv7(), reminder_key(m.kind, m.session_id, m.starts_at, r.recipient_id),
                m.kind, m.lane, r.recipient_id, array[m.session_id], r.programme_id,
                'ready', :now, m.expires_at,
                m.due_at + m.spread
                    * ((hashtextextended(cast(m.session_id as text) || r.recipient_id, 0)
                        & 2147483647) / 2147483648.0)
            """;

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
    public Mono<Long> catchUp(RecipientId recipient, Instant now) {
        return locks.await(recipient).then(catchUpWhile(recipient, null, now));
    }

    @Override
    public Mono<Long> catchUp(RecipientId recipient, SessionId session, Instant now) {
        return locks.read(session, recipient).then(catchUpWhile(recipient, session, now));
    }

    private Mono<Long> catchUpWhile(
            RecipientId recipient, @Nullable SessionId session, Instant now) {
        return database.sql(
                        COPIES
                                + """
                                from registration r
                                join reminder m on m.session_id = r.session_id
                                join recipient p on p.id = r.recipient_id and not p.erased
                                where r.recipient_id = :recipient
                                  and (cast(:session as uuid) is null or r.session_id = :session)
                                  and r.status = 'confirmed'
                                  and r.decided_at < m.due_at
                                  and m.due_at <= :until
                                  and m.expires_at > :now
                                on conflict (dedupe_key) do nothing
                                """)
                .bind("recipient", recipient.value())
                .bind("session", uuid(session == null ? null : session.value()))
                .bind("until", Reminder.perhapsFannedOutUntil(now))
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /// A schedule row, locked until the transaction ends.
    private record Row(Reminder reminder, @Nullable UUID cursor) {}

    @Override
    public Mono<FanOutPage> fanOut(Instant now, int people) {
        return database.sql(
                        """
                        select session_id, kind, starts_at, cursor from reminder
                        where done_at is null and due_at <= :until
                        order by due_at, session_id
                        limit 1
                        for update skip locked
                        """)
                .bind("until", Reminder.fannedOutUntil(now))
                .map(row ->
                        new Row(
                                new Reminder(
                                        new SessionId(need(row, "session_id", UUID.class)),
                                        ReminderKind.of(
                                                DeliveryKind.labelled(
                                                        need(row, "kind", String.class))),
                                        need(row, "starts_at", Instant.class)),
                                row.get("cursor", UUID.class)))
                .one()
                .flatMap(row ->
                        row.reminder().isExpired(now) ? miss(row, now) : copy(row, now, people));
    }

    /// In a statement of its own: what was committed before the row was locked is seen.
    private Mono<FanOutPage> copy(Row row, Instant now, int people) {
        var reminder = row.reminder();
        return database.sql(
                        """
                        with page as materialized (
                            select id, recipient_id, programme_id, decided_at from registration
                            where session_id = :session and status = 'confirmed'
                              and (cast(:cursor as uuid) is null or id > :cursor)
                            order by id
                            limit :people),
                        turned as (
                            update reminder set
                                cursor = coalesce(
                                    (select id from page order by id desc limit 1), cursor),
                                done_at = case
                                    when (select count(*) from page) < :people
                                    then cast(:now as timestamptz) end
                            where session_id = :session and kind = :kind),
                        copies as (
                        """
                                + COPIES
                                + """
                                from page r
                                join recipient p on p.id = r.recipient_id and not p.erased
                                join reminder m on m.session_id = :session and m.kind = :kind
                                where r.decided_at < m.due_at
                                on conflict (dedupe_key) do nothing
                                returning 1)
                                select count(*) as copies from copies
                                """)
                .bind("session", reminder.session().value())
                .bind("kind", reminder.kind().delivery().label())
                .bind("cursor", uuid(row.cursor()))
                .bind("people", people)
                .bind("now", now)
                .map(result -> need(result, "copies", Long.class))
                .one()
                .map(copies ->
                        new FanOutPage(
                                reminder.kind().delivery(),
                                copies,
                                now.isAfter(reminder.dueAt()) ? copies : 0,
                                0));
    }

    private Mono<FanOutPage> miss(Row row, Instant now) {
        var reminder = row.reminder();
        return database.sql(
                        """
                        with missed as (
                            select count(*) as people from registration r
                            join recipient p on p.id = r.recipient_id and not p.erased
                            where r.session_id = :session and r.status = 'confirmed'
                              and (cast(:cursor as uuid) is null or r.id > :cursor)
                              and r.decided_at < :due_at),
                        closed as (
                            update reminder set done_at = :now
                            where session_id = :session and kind = :kind)
                        select people from missed
                        """)
                .bind("session", reminder.session().value())
                .bind("kind", reminder.kind().delivery().label())
                .bind("cursor", uuid(row.cursor()))
                .bind("due_at", reminder.dueAt())
                .bind("now", now)
                .map(result -> need(result, "people", Long.class))
                .one()
                .map(missed -> new FanOutPage(reminder.kind().delivery(), 0, 0, missed));
    }

    @Override
    public Mono<Set<DeliveryId>> stillTrue(Collection<Delivery> copies) {
        return database.sql(
                        """
                        select d.id from delivery d
                        join reminder m on m.session_id = d.about[1] and m.kind = d.kind
                        join registration r
                            on r.session_id = m.session_id and r.recipient_id = d.recipient_id
                        where d.id = any(:copies)
                          and d.dedupe_key = reminder_key(
                              m.kind, m.session_id, m.starts_at, r.recipient_id)
                          and r.status = 'confirmed'
                          and r.decided_at < m.due_at
                        """)
                .bind("copies", copies.stream().map(copy -> copy.id().value()).toArray(UUID[]::new))
                .map(row -> new DeliveryId(need(row, "id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Flux<SessionId> sessionsSince(Instant day) {
        return database.sql(
                        """
                        select id from session
                        where date >= :day and cancelled_at is null and not withdrawn
                        """)
                .bind("day", LocalDate.ofInstant(day, ZoneOffset.UTC))
                .map(row -> new SessionId(need(row, "id", UUID.class)))
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
                                .map(row ->
                                        new SessionTimes(
                                                row.get("date", LocalDate.class),
                                                row.get("starts", LocalTime.class),
                                                row.get("ends", LocalTime.class),
                                                ZoneId.of(need(row, "time_zone", String.class))))
                                .one());
    }

    @Override
    public Mono<Instant> nextDue() {
        return database.sql(
                        """
                        select due_at from reminder where done_at is null
                        order by due_at limit 1
                        """)
                .map(row -> need(row, "due_at", Instant.class))
                .one();
    }

    private static <T, R> R[] array(List<T> of, Function<T, R> part, IntFunction<R[]> make) {
        return of.stream().map(part).toArray(make);
    }

    private static Object uuid(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
