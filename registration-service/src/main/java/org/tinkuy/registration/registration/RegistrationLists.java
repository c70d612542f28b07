package org.tinkuy.registration.registration;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.Outcome.Standing;
import reactor.core.publisher.Flux;

/// Registrations to look at; nothing is decided by what is read here.
public interface RegistrationLists {

    /// What is left out does not narrow the list.
    ///
    /// @param after the last one of the page before
    record Page(
            @Nullable ProgrammeId programme,
            @Nullable SessionId session,
            @Nullable String status,
            @Nullable RegistrationId after,
            int limit) {}

    /// In the order of their ids: the oldest first.
    Flux<Standing> page(Page page);

    Flux<Standing> of(AttendeeId attendee);

    Flux<Standing> everything();

    /// Published ones only.
    Flux<Session> sessions(Collection<SessionId> ids);
}
