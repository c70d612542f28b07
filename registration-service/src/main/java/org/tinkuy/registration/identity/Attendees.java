package org.tinkuy.registration.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The known people. Every method takes part in the caller's transaction where there is one.
public interface Attendees {

    /// What somebody said of a person who may or may not be known yet.
    record Introduction(
            EmailAddress address, String name, String language, @Nullable ZoneId timeZone) {}

    /// @param isNew nobody has known the attendee before
    record Introduced(Attendee attendee, boolean isNew) {}

    /// Finds or creates the attendees of these addresses, in one statement whatever their number,
    /// and records new ones on `attendees`. What an unconfirmed introduction says of a confirmed
    /// attendee is not believed.
    Mono<Map<EmailAddress, Introduced>> introduce(
            Collection<Introduction> introductions, Instant now);

    /// Finds or creates the attendee who just proved to own the address. The language and time zone
    /// of the proof are believed.
    Mono<Attendee> confirm(
            EmailAddress address, String language, @Nullable ZoneId timeZone, Instant now);

    /// A signed-in attendee said what to be called.
    Mono<Attendee> rename(AttendeeId id, String name, Instant now);

    /// Erases at most `atMost` people who never confirmed their address and of whom nothing was
    /// heard since `limit`.
    ///
    /// @return how many
    Mono<Long> eraseUnconfirmed(Instant limit, int atMost, Instant now);

    Mono<Attendee> find(AttendeeId id);

    Flux<Attendee> findAll(List<AttendeeId> ids);

    /// Everybody, as last recorded.
    Flux<IdentityEvent.AttendeeRecorded> currentStates();
}
