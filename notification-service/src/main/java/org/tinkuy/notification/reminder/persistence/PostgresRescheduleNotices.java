package org.tinkuy.notification.reminder.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.Announcement;
import org.tinkuy.notification.reminder.FanOutPage;
import org.tinkuy.notification.reminder.RescheduleNotice;
import org.tinkuy.notification.reminder.RescheduleNotices;
import reactor.core.publisher.Mono;

@Repository
class PostgresRescheduleNotices implements RescheduleNotices {

    private static final DeliveryKind KIND = DeliveryKind.SESSION_RESCHEDULED;

    private final DatabaseClient database;

    PostgresRescheduleNotices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<RescheduleNotice> pending(SessionId session) {
        return database.sql(
                        """
                        select version, first_change_at from reschedule_notice
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
                        insert into reschedule_notice (session_id, version, first_change_at, due_at)
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
        return database.sql("delete from reschedule_notice where session_id = :session")
                .bind("session", session.value())
                .then();
    }

    /// A schedule row, locked until the transaction ends.
    private record Row(UUID session, long version, Instant dueAt, @Nullable UUID cursor) {}

    @Override
    public Mono<FanOutPage> fanOut(Instant now, int people) {
        return database.sql(
                        """
                        select session_id, version, due_at, cursor from reschedule_notice
                        where done_at is null and due_at <= :now
                        order by due_at, session_id
                        limit 1
                        for update skip locked
                        """)
                .bind("now", now)
                .map(row ->
                        new Row(
                                Columns.need(row, "session_id", UUID.class),
                                Columns.need(row, "version", Long.class),
                                Columns.need(row, "due_at", Instant.class),
                                row.get("cursor", UUID.class)))
                .one()
                .flatMap(row -> copy(row, now, people));
    }

    /// Whoever was told the same already is left out: they registered after the change, or it was
    /// taken back.
    private Mono<FanOutPage> copy(Row row, Instant now, int people) {
        return database.sql(
                        """
                        with page as materialized (
                            select id, recipient_id, programme_id, known_since
                            from registration
                            where session_id = :session and status in ('confirmed', 'waitlisted')
                              and (cast(:cursor as uuid) is null or id > :cursor)
                            order by id
                            limit :people),
                        turned as (
                            update reschedule_notice set
                                cursor = coalesce(
                                    (select id from page order by id desc limit 1), cursor),
                                done_at = case
                                    when (select count(*) from page) < :people
                                    then cast(:now as timestamptz) end
                            where session_id = :session),
                        copies as (
                            insert into delivery (id, dedupe_key, kind, lane, recipient_id, about,
                                programme_id, state, created_at, expires_at, next_attempt_at)
                            select uuidv7(),
                                reschedule_key(r.session_id, r.version, r.recipient_id),
                                :kind, :lane, r.recipient_id, array[r.session_id],
                                r.programme_id, 'ready', :now, least(r.over_at, :expires_at), :now
                            from (
                                select p.recipient_id, p.programme_id, n.session_id, n.version,
                                    greatest(
                                        coalesce(n.over_at, 'infinity'),
                                        coalesce(o.over_at, 'infinity')) as over_at
                                from page p
                                join recipient q on q.id = p.recipient_id and not q.erased
                                join announcement n
                                    on n.session_id = :session and n.version = :version
                                join announcement o
                                    on o.session_id = :session and o.version = told_version(
                                        :session, p.recipient_id, p.known_since, :version)
                                where (n.date, n.starts, n.ends, n.time_zone, n.place)
                                    is distinct from
                                    (o.date, o.starts, o.ends, o.time_zone, o.place)) as r
                            where r.over_at > :now
                            on conflict (dedupe_key) do nothing
                            returning 1)
                        select count(*) as copies from copies
                        """)
                .bind("session", row.session())
                .bind("version", row.version())
                .bind("cursor", Columns.nullable(UUID.class, row.cursor()))
                .bind("people", people)
                .bind("kind", KIND.label())
                .bind("lane", KIND.lane().label())
                .bind("now", now)
                .bind("expires_at", now.plus(RescheduleNotice.USEFUL_FOR))
                .map(result -> Columns.need(result, "copies", Long.class))
                .one()
                .map(copies -> new FanOutPage(KIND, copies, 0, 0));
    }

    @Override
    public Mono<Map<DeliveryId, Told>> toldBefore(Collection<Delivery> copies) {
        return database.sql(
                        """
                        select d.id, r.status = 'confirmed' as has_seat,
                            o.date, o.starts, o.ends, o.time_zone, o.place
                        from delivery d
                        join session s on s.id = d.about[1]
                        join registration r
                            on r.session_id = s.id and r.recipient_id = d.recipient_id
                        join announcement n on n.session_id = s.id and n.version = (
                            select max(version) from announcement where session_id = s.id)
                        join announcement o on o.session_id = s.id and o.version = told_version(
                            s.id, d.recipient_id, r.known_since, n.version)
                        where d.id = any(:copies)
                          and d.dedupe_key = reschedule_key(s.id, n.version, d.recipient_id)
                          and s.cancelled_at is null and not s.withdrawn
                          and r.status in ('confirmed', 'waitlisted')
                          and (n.date, n.starts, n.ends, n.time_zone, n.place) is distinct from
                              (o.date, o.starts, o.ends, o.time_zone, o.place)
                        """)
                .bind("copies", Rows.ids(copies))
                .map(row ->
                        Map.entry(
                                new DeliveryId(Columns.need(row, "id", UUID.class)),
                                new Told(
                                        new Announcement(
                                                Rows.times(row), row.get("place", String.class)),
                                        Columns.need(row, "has_seat", Boolean.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
