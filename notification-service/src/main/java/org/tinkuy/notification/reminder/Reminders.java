package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// The schedule of reminders, per session and kind.
public interface Reminders {

    /// Replaces those of another start; those of the same start stay as they are. Until the
    /// caller's transaction ends, nobody looks up the session's reminders.
    Mono<Void> plan(SessionId session, Instant startsAt, List<Reminder> ahead);

    Mono<Void> drop(SessionId session);

    /// One of the schedule, as it was planned.
    ///
    /// @param reached the registration that the last page of the fan-out ended with
    record Planned(
            Reminder reminder,
            Instant dueAt,
            Instant expiresAt,
            Duration spread,
            @Nullable RegistrationId reached) {

        boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    Mono<List<Planned>> of(Collection<SessionId> sessions);

    /// The most urgent whose fan-out has begun by now, locked until the caller's transaction ends;
    /// empty if there is none, or if others are at it.
    Mono<Planned> due(Instant now);

    /// Its fan-out came so far.
    ///
    /// @param reached `null`: no further than before
    Mono<Void> turn(Reminder reminder, @Nullable RegistrationId reached, boolean done, Instant now);

    /// The earliest due time whose fan-out is not over.
    Mono<Instant> nextDue();
}
