package org.tinkuy.notification.reminder.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.LostSeat;
import org.tinkuy.notification.reminder.ReinstatedSessions;
import reactor.core.publisher.Mono;

@Repository
class PostgresReinstatedSessions implements ReinstatedSessions {

    private final DatabaseClient database;

    PostgresReinstatedSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> cancelled(SessionId session, long version, @Nullable Instant overAt) {
        return database.sql(
                        """
                        insert into cancelled_sessions (session_id, version, over_at)
                        values (:session, :version, :over_at)
                        on conflict (session_id) do update set
                            version = excluded.version,
                            over_at = excluded.over_at,
                            due_at = null,
                            done = false
                        """)
                .bind("session", session.value())
                .bind("version", version)
                .bind("over_at", Columns.nullable(Instant.class, overAt))
                .then();
    }

    @Override
    public Mono<Void> takesPlace(
            SessionId session, long version, @Nullable Instant overAt, Instant dueAt) {
        return database.sql(
                        """
                        update cancelled_sessions set
                            version = case when due_at is null then :version else version end,
                            over_at = :over_at,
                            due_at = coalesce(due_at, :due_at)
                        where session_id = :session
                        """)
                .bind("session", session.value())
                .bind("version", version)
                .bind("over_at", Columns.nullable(Instant.class, overAt))
                .bind("due_at", dueAt)
                .then();
    }

    @Override
    public Mono<Void> forget(SessionId session) {
        return database.sql(
                        """
                        with seats as (delete from lost_seats where session_id = :session)
                        delete from cancelled_sessions where session_id = :session
                        """)
                .bind("session", session.value())
                .then();
    }

    @Override
    public Mono<Void> lost(List<LostSeat> seats, Instant now, Instant dueAt) {
        return keep(seats, now).then(askAgain(seats, dueAt));
    }

    private Mono<Void> keep(List<LostSeat> seats, Instant now) {
        return database.sql(
                        """
                        insert into lost_seats (registration_id, session_id, programme_id,
                            recipient_id, lost_at)
                        select registration, session, programme, recipient, :now
                        from unnest(
                            cast(:registrations as uuid[]), cast(:sessions as uuid[]),
                            cast(:programmes as uuid[]), cast(:recipients as uuid[]))
                            as lost (registration, session, programme, recipient)
                        order by registration
                        on conflict (registration_id) do update set lost_at = excluded.lost_at
                        """)
                .bind(
                        "registrations",
                        Columns.array(seats, it -> it.registration().value(), UUID[]::new))
                .bind("sessions", Columns.array(seats, it -> it.session().value(), UUID[]::new))
                .bind("programmes", Columns.array(seats, it -> it.programme().value(), UUID[]::new))
                .bind("recipients", Columns.array(seats, it -> it.recipient().value(), UUID[]::new))
                .bind("now", now)
                .then();
    }

    /// Locks the row also where nothing changes in it: whoever asks its people sees these, or comes
    /// again.
    private Mono<Void> askAgain(List<LostSeat> seats, Instant dueAt) {
        return database.sql(
                        """
                        with locked as (
                            select session_id from cancelled_sessions
                            where session_id = any(:sessions) and due_at is not null
                            order by session_id
                            for update)
                        update cancelled_sessions s set
                            due_at = case when s.done then :due_at else s.due_at end,
                            done = false
                        from locked where s.session_id = locked.session_id
                        """)
                .bind(
                        "sessions",
                        seats.stream()
                                .map(seat -> seat.session().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .bind("due_at", dueAt)
                .then();
    }

    @Override
    public Mono<Due> due(Instant now) {
        return database.sql(
                        """
                        select session_id, version, over_at, due_at from cancelled_sessions
                        where due_at <= :now and not done
                        order by due_at, session_id
                        limit 1
                        for update skip locked
                        """)
                .bind("now", now)
                .map(row ->
                        new Due(
                                new SessionId(Columns.need(row, "session_id", UUID.class)),
                                Columns.need(row, "version", Long.class),
                                row.get("over_at", Instant.class),
                                Columns.need(row, "due_at", Instant.class)))
                .one();
    }

    @Override
    public Mono<List<LostSeat>> take(SessionId session, int people) {
        return database.sql(
                        """
                        delete from lost_seats where registration_id in (
                            select registration_id from lost_seats
                            where session_id = :session
                            limit :people
                            for update skip locked)
                        returning registration_id, session_id, programme_id, recipient_id
                        """)
                .bind("session", session.value())
                .bind("people", people)
                .map(PostgresReinstatedSessions::seat)
                .all()
                .collectList();
    }

    private static LostSeat seat(Readable row) {
        return new LostSeat(
                new RegistrationId(Columns.need(row, "registration_id", UUID.class)),
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                new RecipientId(Columns.need(row, "recipient_id", UUID.class)));
    }

    @Override
    public Mono<Void> done(SessionId session) {
        return database.sql("update cancelled_sessions set done = true where session_id = :session")
                .bind("session", session.value())
                .then();
    }
}
