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

/// The known people. Every method takes part in the caller's transaction where there is one. Who is
/// confirmed is recorded on `attendees`, with each change; of others nothing leaves the service.
public interface Attendees {

    /// A family, and not a class that registers under its teacher's address.
    int PEOPLE_OF_AN_ADDRESS = 10;

    /// What somebody said of a person who may or may not be known yet.
    record Introduction(
            EmailAddress address, String name, String language, @Nullable ZoneId timeZone) {

        PersonKey key() {
            return PersonKey.of(address, name);
        }
    }

    /// @param isNew nobody has known the attendee before
    record Introduced(Attendee attendee, boolean isNew) {}

    /// What a mailed code proves when it comes back, of the person whom its challenge named.
    ///
    /// @param name `null`: it named nobody, somebody just signs in
    record Proof(
            EmailAddress address,
            @Nullable String name,
            String language,
            @Nullable ZoneId timeZone) {}

    /// What signed-in people may change of themselves; `null` stays as it is.
    record Change(@Nullable String name, @Nullable String language, @Nullable ZoneId timeZone) {}

    /// Finds or creates these people, in one statement whatever their number. What an unconfirmed
    /// introduction says of a confirmed attendee is not believed.
    Mono<Map<PersonKey, Introduced>> introduce(Collection<Introduction> introductions, Instant now);

    /// Finds or creates the person whom a proof names; where it names nobody, whoever confirmed the
    /// address first. Whoever is confirmed by it has the name, language and time zone of the
    /// challenge that is proven; of who was confirmed before, only a time zone that was not known
    /// is taken over. Fails with [org.tinkuy.problems.InvalidInput] for one person too many.
    Mono<Attendee> confirm(Proof proof, Instant now);

    /// Finds or creates somebody who shares the address of one who proved it. That is no new proof:
    /// nothing was mailed for it. Fails as [#confirm].
    Mono<Attendee> add(Attendee proven, String name, Instant now);

    /// Fails with [org.tinkuy.problems.InvalidInput] if another person of the address has the name.
    Mono<Attendee> change(AttendeeId id, Change change, Instant now);

    /// Erases at most `atMost` people who never confirmed their address and of whom nothing was
    /// heard since `limit`.
    ///
    /// @return how many
    Mono<Long> eraseUnconfirmed(Instant limit, int atMost, Instant now);

    Mono<Attendee> find(AttendeeId id);

    Mono<Attendee> find(PersonKey key);

    Flux<Attendee> findAll(List<AttendeeId> ids);

    /// Everybody who has the attendee's address, confirmed or not, the attendee included.
    Flux<Attendee> sharingAddress(AttendeeId id);

    /// Everybody who is confirmed, as last recorded.
    Flux<IdentityEvent.AttendeeRecorded> currentStates();
}
