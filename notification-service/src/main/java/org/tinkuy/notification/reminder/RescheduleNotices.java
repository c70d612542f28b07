package org.tinkuy.notification.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Notices that a session was moved, one per session.
public interface RescheduleNotices {

    /// The notice that nobody was told of yet.
    Mono<RescheduleNotice> pending(SessionId session);

    /// Replaces the session's earlier one.
    Mono<Void> plan(RescheduleNotice notice, Instant dueAt);

    Mono<Void> drop(SessionId session);

    /// @param reached the registration that the last page of the fan-out ended with
    /// @param since when it was due
    record Due(SessionId session, long version, @Nullable RegistrationId reached, Instant since) {}

    /// The oldest that is due, locked until the caller's transaction ends; empty if there is none,
    /// or if others are at it.
    Mono<Due> due(Instant now);

    /// Its fan-out came so far.
    ///
    /// @param reached `null`: no further than before
    Mono<Void> turn(SessionId session, @Nullable RegistrationId reached, boolean done, Instant now);
}
