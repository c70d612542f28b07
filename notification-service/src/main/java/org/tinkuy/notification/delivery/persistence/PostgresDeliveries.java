package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.delivery.CodeRequest;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NoticePart;
import org.tinkuy.notification.delivery.RegistrationChange;
import org.tinkuy.notification.delivery.RegistrationId;
import org.tinkuy.notification.delivery.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresDeliveries implements Deliveries {

    private final DatabaseClient database;

    PostgresDeliveries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(CodeRequest request, @Nullable String traceparent) {
        var kind = DeliveryKind.SIGN_IN_CODE;
        return database.sql(
                        """
                        with added as (
                            insert into delivery (id, dedupe_key, kind, lane, recipient_id, about,
                                state, created_at, expires_at, next_attempt_at, traceparent)
                            values (uuidv7(), :dedupe_key, :kind, :lane, :challenge, :about,
                                'ready', :requested_at, :expires_at, :requested_at, :traceparent)
                            on conflict (dedupe_key) do nothing
                            returning id)
                        insert into delivery_code (delivery_id, challenge_id, address, language,
                            time_zone, purpose, session_ids, requested_at)
                        select id, :challenge, :address, :language,
                            :time_zone, :purpose, :sessions, :requested_at
                        from added
                        """)
                .bind("dedupe_key", request.dedupeKey())
                .bind("kind", kind.label())
                .bind("lane", kind.lane().label())
                .bind("challenge", request.challengeId())
                .bind("about", new UUID[] {request.challengeId()})
                .bind("requested_at", request.requestedAt())
                .bind("expires_at", request.expiresAt())
                .bind("traceparent", Rows.nullable(String.class, traceparent))
                .bind("address", request.to().address())
                .bind("language", request.to().language().tag())
                .bind("time_zone", Rows.zone(request.to().timeZone()))
                .bind("purpose", request.purpose().name().toLowerCase(Locale.ROOT))
                .bind(
                        "sessions",
                        request.sessions().stream().map(SessionId::value).toArray(UUID[]::new))
                .then();
    }

    /// An act that confirms some and puts others on the waiting list is told as a confirmation.
    @Override
    public Mono<Void> add(NoticePart part, @Nullable String traceparent) {
        var change = part.change();
        return database.sql(
                        """
                        with notice as (
                            insert into delivery (id, dedupe_key, kind, lane, recipient_id, about,
                                programme_id, state, created_at, expires_at, next_attempt_at,
                                traceparent)
                            select uuidv7(), :dedupe_key, :kind, :lane, :recipient, :about,
                                :programme, 'waiting', :at, :expires_at, :at, :traceparent
                            where not exists (
                                select from recipient where id = :recipient and erased)
                            on conflict (dedupe_key) do update set kind =
                                case when excluded.kind = 'registration-confirmed'
                                    then excluded.kind else delivery.kind end
                                where delivery.state = 'waiting'
                            returning id)
                        insert into delivery_registration (delivery_id, registration_id, session_id,
                            programme_id, status, position, in_calendar, reason)
                        select id, :registration, :session,
                            :programme, :status, :position, :in_calendar, :reason
                        from notice
                        on conflict do nothing
                        """)
                .bind("dedupe_key", part.dedupeKey())
                .bind("kind", part.kind().label())
                .bind("lane", part.kind().lane().label())
                .bind("recipient", change.recipient().value())
                .bind(
                        "about",
                        part.about().stream().map(RegistrationId::value).toArray(UUID[]::new))
                .bind("at", part.at())
                .bind("expires_at", part.expiresAt())
                .bind("traceparent", Rows.nullable(String.class, traceparent))
                .bind("registration", change.id().value())
                .bind("session", change.session().value())
                .bind("programme", change.programme().value())
                .bind("status", part.status().name().toLowerCase(Locale.ROOT))
                .bind("position", Rows.nullable(Integer.class, part.position()))
                .bind("in_calendar", part.inCalendar())
                .bind("reason", Rows.nullable(String.class, part.reason()))
                .then();
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
                .bind("decided_at", Rows.nullable(Instant.class, decidedAt(change.what())))
                .bind("now", now)
                .map(row -> Rows.need(row, "news", Boolean.class))
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
    public Flux<Backlog> backlog() {
        return Flux.just(Lane.values()).concatMap(this::backlog);
    }

    private Mono<Backlog> backlog(Lane lane) {
        return database.sql(
                        """
                        select count(*) as waiting,
                            count(*) filter (where state = 'waiting') as incomplete,
                            min(created_at) as oldest
                        from delivery
                        where state in ('waiting', 'ready') and lane = :lane
                        """)
                .bind("lane", lane.label())
                .map(row ->
                        new Backlog(
                                lane,
                                Rows.need(row, "waiting", Long.class),
                                Rows.need(row, "incomplete", Long.class),
                                row.get("oldest", Instant.class)))
                .one();
    }
}
