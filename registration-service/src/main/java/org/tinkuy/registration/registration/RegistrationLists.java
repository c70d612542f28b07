package org.tinkuy.registration.registration;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.EventId;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.Pool;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Registrations to look at; nothing is decided by what is read here.
public interface RegistrationLists {

    /// What is left out does not narrow the list.
    ///
    /// @param words of a name or an address, as names are told apart; all of them have to be found
    record Filter(
            @Nullable ProgrammeId programme,
            @Nullable EventId event,
            @Nullable SessionId session,
            @Nullable String status,
            List<String> words) {}

    /// @param after the last one of the page before
    record Page(Filter filter, @Nullable RegistrationId after, int limit) {}

    /// In the order of their ids, the oldest first; of those who wait alone, by their position.
    Flux<Standing> page(Page page);

    /// In the order of their ids, whatever is asked for: nobody comes twice when pages follow one
    /// another.
    Flux<Registration> pageById(Page page);

    Mono<Standing> one(RegistrationId id);

    Flux<Standing> of(Collection<AttendeeId> attendees);

    Flux<Standing> everything();

    /// Of published sessions only.
    Flux<Pool> pools(Collection<SessionId> sessions);
}
