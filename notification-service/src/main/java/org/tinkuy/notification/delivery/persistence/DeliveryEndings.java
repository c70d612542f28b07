package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Verdict;
import reactor.core.publisher.Mono;

/// Writes down what becomes of deliveries: what ended goes from the queue to the log, and is
/// counted, in one statement.
final class DeliveryEndings {

    private final DatabaseClient database;

    DeliveryEndings(DatabaseClient database) {
        this.database = database;
    }

    /// @return those that their workers still held
    Mono<Set<DeliveryId>> write(List<Written> rows) {
        if (rows.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(
                        """
                        with judged as materialized (
                            select * from unnest(
                                cast(:ids as uuid[]), cast(:epochs as bigint[]),
                                cast(:states as text[]),
                                cast(:attempts as int[]), cast(:unknowns as int[]),
                                cast(cast(:not_before as text[]) as timestamptz[]),
                                cast(cast(:ended_at as text[]) as timestamptz[]),
                                cast(:causes as text[]), cast(:reasons as text[]))
                            as j (id, epoch, state, attempts, unknowns, not_before, at, cause,
                                reason)),
                        goes_on as (
                            update deliveries d set
                                state = j.state,
                                worker = null,
                                attempts = j.attempts,
                                unknowns = j.unknowns,
                                next_attempt_at = coalesce(j.not_before, d.next_attempt_at),
                                cause = j.cause,
                                reason = j.reason
                            from judged j
                            where d.id = j.id and j.at is null
                              and (j.epoch is null or (d.worker = j.epoch
                                   and d.state = 'claimed' and d.attempts < j.attempts))
                            returning d.id),
                        is_over as (
                            delete from deliveries d using judged j
                            where d.id = j.id and j.at is not null
                              and (j.epoch is null or (d.worker = j.epoch
                                   and d.state = 'claimed'))
                            returning d.id, d.dedupe_key, d.kind, d.lane, d.channel,
                                d.recipient_id, d.about, d.programme_id, j.state as ending,
                                d.created_at, d.expires_at, d.next_attempt_at,
                                j.attempts as tries, j.unknowns as lost, d.insisted,
                                d.traceparent, j.at as ended_at, j.cause as because, j.reason as why),
                        logged as (
                            insert into ended_deliveries (id, dedupe_key, kind, lane, channel,
                                recipient_id, about, programme_id, state, created_at, expires_at,
                                next_attempt_at, attempts, unknowns, insisted, traceparent,
                                ended_at, cause, reason)
                            select * from is_over),
                        counted as (
                            insert into delivery_counts (programme_id, kind, about, state, copies)
                            select programme_id, kind, shared_about(kind, about), ending, count(*)
                            from is_over group by 1, 2, 3, 4 order by 1, 2, 3, 4
                            on conflict (programme_id, kind, about, state) do update
                                set copies = delivery_counts.copies + excluded.copies)
                        select id from goes_on union all select id from is_over
                        """)
                .bind("ids", Rows.column(rows, Written::id, UUID[]::new))
                .bind("epochs", Rows.column(rows, Written::epoch, Long[]::new))
                .bind("states", Rows.column(rows, Written::state, String[]::new))
                .bind("attempts", Rows.column(rows, Written::attempts, Integer[]::new))
                .bind("unknowns", Rows.column(rows, Written::unknowns, Integer[]::new))
                .bind("not_before", Rows.column(rows, it -> text(it.notBefore()), String[]::new))
                .bind("ended_at", Rows.column(rows, it -> text(it.endedAt()), String[]::new))
                .bind("causes", Rows.column(rows, it -> label(it.cause()), String[]::new))
                .bind("reasons", Rows.column(rows, Written::reason, String[]::new))
                .map(Rows::id)
                .all()
                .collect(Collectors.toSet());
    }

    private static @Nullable String label(@Nullable Failure cause) {
        return cause == null ? null : cause.label();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /// @param epoch the worker that must still hold it; `null`: the caller's transaction holds it
    record Written(
            UUID id,
            @Nullable Long epoch,
            int attempts,
            int unknowns,
            String state,
            @Nullable Instant notBefore,
            @Nullable Instant endedAt,
            @Nullable Failure cause,
            @Nullable String reason) {

        static Written of(@Nullable Long epoch, Delivery delivery, Verdict verdict) {
            return switch (verdict) {
                case Verdict.Sent(var at) -> of(epoch, delivery, "sent", null, at, null, null);
                case Verdict.Failed(var at, var why, var reason) ->
                        of(epoch, delivery, "failed", null, at, why, reason);
                case Verdict.Expired(var at, var why) ->
                        of(epoch, delivery, "expired", null, at, null, why);
                case Verdict.LeftUnknown(var at, var why) ->
                        of(epoch, delivery, "unknown", null, at, null, why);
                case Verdict.Again(var notBefore, var refused, var why) ->
                        of(epoch, delivery, "ready", notBefore, null, refused, why);
            };
        }

        private static Written of(
                @Nullable Long epoch,
                Delivery delivery,
                String state,
                @Nullable Instant notBefore,
                @Nullable Instant endedAt,
                @Nullable Failure cause,
                @Nullable String reason) {
            return new Written(
                    delivery.id().value(),
                    epoch,
                    delivery.attempts(),
                    delivery.unknowns(),
                    state,
                    notBefore,
                    endedAt,
                    cause,
                    reason);
        }
    }
}
