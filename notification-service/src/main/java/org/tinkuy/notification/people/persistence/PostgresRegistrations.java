package org.tinkuy.notification.people.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
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
                            select status, decided_at from registration where id = :id)
                        insert into registration as r (id, status, session_id, programme_id,
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
        return database.sql("select id, status from registration where id = any(:ids)")
                .bind("ids", registrations.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RegistrationId(Columns.need(row, "id", UUID.class)),
                                Status.valueOf(
                                        Columns.need(row, "status", String.class)
                                                .toUpperCase(Locale.ROOT))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
