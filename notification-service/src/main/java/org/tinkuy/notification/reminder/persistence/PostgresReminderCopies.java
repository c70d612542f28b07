package org.tinkuy.notification.reminder.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.FanOutPage;
import org.tinkuy.notification.reminder.Reminder;
import org.tinkuy.notification.reminder.ReminderCopies;
import org.tinkuy.notification.reminder.ReminderKind;
import reactor.core.publisher.Mono;

@Repository
class PostgresReminderCopies implements ReminderCopies {

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

    PostgresReminderCopies(DatabaseClient database, SessionLocks locks) {
        this.database = database;
        this.locks = locks;
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
                .bind(
                        "session",
                        Columns.nullable(UUID.class, session == null ? null : session.value()))
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
                                        new SessionId(Columns.need(row, "session_id", UUID.class)),
                                        ReminderKind.of(
                                                DeliveryKind.labelled(
                                                        Columns.need(row, "kind", String.class))),
                                        Columns.need(row, "starts_at", Instant.class)),
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
                .bind("cursor", Columns.nullable(UUID.class, row.cursor()))
                .bind("people", people)
                .bind("now", now)
                .map(result -> Columns.need(result, "copies", Long.class))
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
                .bind("cursor", Columns.nullable(UUID.class, row.cursor()))
                .bind("due_at", reminder.dueAt())
                .bind("now", now)
                .map(result -> Columns.need(result, "people", Long.class))
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
                .bind("copies", Rows.ids(copies))
                .map(row -> new DeliveryId(Columns.need(row, "id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }
}
