package org.tinkuy.notification.people.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

@Repository
class PostgresRegistrations implements Registrations {

    private final DatabaseClient database;

    PostgresRegistrations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> note(RegistrationChange change, Instant now) {
        return database.sql(
                        """
                        with earlier as (
                            select status, decided_at from registrations where id = :id)
                        insert into registrations as r (id, status, session_id, programme_id,
                            recipient_id, decided_at, known_since)
                        values (:id, :status, :session, :programme,
                            :recipient, :decided_at, :now)
                        on conflict (id) do update set
                            status = excluded.status,
                            session_id = excluded.session_id,
                            programme_id = excluded.programme_id,
                            recipient_id = excluded.recipient_id,
                            decided_at = excluded.decided_at,
                            known_since =
                                case when r.status = excluded.status
                                        and r.decided_at is not distinct from excluded.decided_at
                                    then r.known_since else excluded.known_since end
                        returning not exists (
                            select from earlier
                            where (earlier.status = r.status
                                    and (earlier.decided_at is null
                                        or earlier.decided_at is not distinct from r.decided_at))
                                or (earlier.status = 'pending' and r.status = 'cancelled'))
                            as news
                        """)
                .bind("id", change.id().value())
                .bind("status", status(change.what()))
                .bind("session", change.session().value())
                .bind("programme", change.programme().value())
                .bind("recipient", change.recipient().value())
                .bind("decided_at", Columns.nullable(Instant.class, decidedAt(change.what())))
                .bind("now", now)
                .map(row -> Columns.need(row, "news", Boolean.class))
                .one();
    }

    private static @Nullable Instant decidedAt(RegistrationChange.What what) {
        return switch (what) {
            case RegistrationChange.What.Confirmed(var at) -> at;
            case RegistrationChange.What.Promoted(var at) -> at;
            case RegistrationChange.What.Waitlisted(var at, var _) -> at;
            case RegistrationChange.What.Requested _, RegistrationChange.What.Cancelled _ -> null;
        };
    }

    private static String status(RegistrationChange.What what) {
        return switch (what) {
            case RegistrationChange.What.Requested _ -> "pending";
            case RegistrationChange.What.Confirmed _, RegistrationChange.What.Promoted _ ->
                    "confirmed";
            case RegistrationChange.What.Waitlisted _ -> "waitlisted";
            case RegistrationChange.What.Cancelled _ -> "cancelled";
        };
    }

    @Override
    public Mono<Map<RegistrationId, Status>> standings(Collection<RegistrationId> registrations) {
        return database.sql("select id, status from registrations where id = any(:ids)")
                .bind("ids", registrations.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RegistrationId(Columns.need(row, "id", UUID.class)),
                                Status.labelled(Columns.need(row, "status", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static final String SEAT =
            """
            select r.id, r.session_id, r.programme_id, r.recipient_id, r.status, r.decided_at,
                r.known_since, p.id is not null as reachable
            from registrations r left join recipients p on p.id = r.recipient_id and not p.erased
            """;

    @Override
    public Mono<List<Seat>> page(
            SessionId session, Set<Status> statuses, @Nullable RegistrationId after, int limit) {
        return database.sql(
                        SEAT
                                + """
                                where r.session_id = :session and r.status = any(:statuses)
                                  and r.status in ('confirmed', 'waitlisted')
                                  and (cast(:after as uuid) is null or r.id > :after)
                                order by r.id
                                limit :limit
                                """)
                .bind("session", session.value())
                .bind("statuses", statuses.stream().map(Status::label).toArray(String[]::new))
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("limit", limit)
                .map(PostgresRegistrations::seat)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Seat>> of(Collection<RecipientId> recipients, Collection<SessionId> sessions) {
        return database.sql(
                        SEAT
                                + """
                                where r.recipient_id = any(:recipients)
                                  and r.session_id = any(:sessions)
                                """)
                .bind(
                        "recipients",
                        recipients.stream().map(RecipientId::value).toArray(UUID[]::new))
                .bind("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(PostgresRegistrations::seat)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Seat>> of(RecipientId recipient) {
        return database.sql(SEAT + " where r.recipient_id = :recipient")
                .bind("recipient", recipient.value())
                .map(PostgresRegistrations::seat)
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> countConfirmed(
            SessionId session, @Nullable RegistrationId after, Instant before) {
        return database.sql(
                        """
                        select count(*) as people from registrations r
                        join recipients p on p.id = r.recipient_id and not p.erased
                        where r.session_id = :session and r.status = 'confirmed'
                          and (cast(:after as uuid) is null or r.id > :after)
                          and r.decided_at < :before
                        """)
                .bind("session", session.value())
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("before", before)
                .map(row -> Columns.need(row, "people", Long.class))
                .one();
    }

    private static Seat seat(Readable row) {
        return new Seat(
                new RegistrationId(Columns.need(row, "id", UUID.class)),
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                new RecipientId(Columns.need(row, "recipient_id", UUID.class)),
                Status.labelled(Columns.need(row, "status", String.class)),
                row.get("decided_at", Instant.class),
                row.get("known_since", Instant.class),
                Columns.need(row, "reachable", Boolean.class));
    }
}
