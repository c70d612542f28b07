package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Sessions that were cancelled, whose seats that cost, and whom to ask once they take place after
/// all.
public interface ReinstatedSessions {

    /// @param overAt when it would have taken place; `null`: nobody knows yet
    Mono<Void> cancelled(SessionId session, long version, @Nullable Instant overAt);

    /// Does nothing where it was not cancelled.
    ///
    /// @param overAt when it will have taken place; `null`: nobody knows yet
    /// @param dueAt when to ask, unless that was said before
    Mono<Void> takesPlace(SessionId session, long version, @Nullable Instant overAt, Instant dueAt);

    /// It is withdrawn: nobody is asked.
    Mono<Void> forget(SessionId session);

    /// Of a session that takes place after all, and whose people were asked already, these are too.
    ///
    /// @param dueAt when to ask
    Mono<Void> lost(List<LostSeat> seats, Instant now, Instant dueAt);

    /// @param version the session's, since which it takes place
    /// @param overAt when it will have taken place; `null`: nobody knows yet
    /// @param since when people were to be asked
    record Due(SessionId session, long version, @Nullable Instant overAt, Instant since) {}

    /// The oldest that is due, locked until the caller's transaction ends; empty if there is none,
    /// or if others are at it.
    Mono<Due> due(Instant now);

    /// Takes away what is to be asked once. What somebody else is about to change is left to them.
    Mono<List<LostSeat>> take(SessionId session, int people);

    /// Everybody was asked.
    Mono<Void> done(SessionId session);
}
