package org.tinkuy.notification.notice.persistence;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.notice.CodeRequest;
import org.tinkuy.notification.notice.NoticePart;
import org.tinkuy.notification.notice.Notices;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

@Repository
class PostgresNotices implements Notices {

    private final DatabaseClient database;

    PostgresNotices(DatabaseClient database) {
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
                .bind("traceparent", Columns.nullable(String.class, traceparent))
                .bind("address", request.to().address())
                .bind("language", request.to().language().tag())
                .bind("time_zone", Columns.zone(request.to().timeZone()))
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
                .bind("traceparent", Columns.nullable(String.class, traceparent))
                .bind("registration", change.id().value())
                .bind("session", change.session().value())
                .bind("programme", change.programme().value())
                .bind("status", part.status().name().toLowerCase(Locale.ROOT))
                .bind("position", Columns.nullable(Integer.class, part.position()))
                .bind("in_calendar", part.inCalendar())
                .bind("reason", Columns.nullable(String.class, part.reason()))
                .then();
    }
}
