package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.List;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The schedule of reminders, per session and kind.
public interface Reminders {

    /// Replaces those of another start; those of the same start stay as they are. Until the
    /// caller's transaction ends, nobody looks up the session's reminders.
    Mono<Void> plan(SessionId session, Instant startsAt, List<Reminder> ahead);

    Mono<Void> drop(SessionId session);

    /// Sessions with a day that is not long past.
    Flux<SessionId> sessionsSince(Instant day);

    /// When it takes place, if it does; until the caller's transaction ends, nobody changes its
    /// reminders.
    Mono<SessionTimes> timesOf(SessionId session);

    /// The earliest due time whose fan-out is not over.
    Mono<Instant> nextDue();
}
