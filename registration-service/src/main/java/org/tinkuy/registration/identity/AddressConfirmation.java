package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What another feature does when a code came back. It confirms what its own challenge named, and
/// nothing else.
public interface AddressConfirmation {

    /// @param attendee the person whom the challenge named
    /// @param sessionIds those that it named; at least one
    record Proven(UUID challengeId, AttendeeId attendee, List<UUID> sessionIds) {}

    /// What became of one of the sessions that the challenge named.
    ///
    /// @param status as of a registration; `pending` while it could not be completed yet
    /// @param position on the waiting list, from 1
    /// @param before the person was registered there already
    /// @param holdLapsed the time for which a seat was held was over when the code came
    record Settled(
            UUID sessionId,
            String status,
            @Nullable Integer position,
            boolean before,
            boolean holdLapsed) {

        static Settled later(UUID sessionId) {
            return new Settled(sessionId, "pending", null, false, false);
        }
    }

    /// Runs in the transaction that opens the device session: writes down that there is something
    /// to do, so that a crash before [#complete] loses nothing.
    Mono<Void> record(Proven proven, Instant now);

    /// Runs after that transaction, before the answer is given.
    ///
    /// @return one per session, in their order
    Mono<List<Settled>> complete(Proven proven, Instant now);
}
