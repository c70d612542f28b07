package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// Gives a role in a programme in the place of the one before, or takes it away. Whoever remembers
/// a signed token of the person is told, because the former role stands in it.
@Component
public class ChangeRole {

    private final Grants grants;
    private final DeviceSessions sessions;
    private final IdentityEvents events;

    ChangeRole(Grants grants, DeviceSessions sessions, IdentityEvents events) {
        this.grants = grants;
        this.sessions = sessions;
        this.events = events;
    }

    /// Takes part in the caller's transaction.
    ///
    /// @param role `null`: none any more
    public Mono<Void> change(
            AttendeeId attendee, UUID programme, @Nullable Role role, Instant now) {
        return grants.take(attendee, programme)
                .then(Mono.defer(() -> give(attendee, programme, role, now)))
                .then(Mono.defer(() -> tell(attendee, now)));
    }

    private Mono<Void> give(AttendeeId attendee, UUID programme, @Nullable Role role, Instant now) {
        return role == null
                ? Mono.empty()
                : grants.give(attendee, new Grant(role, programme), now).then();
    }

    private Mono<Void> tell(AttendeeId attendee, Instant now) {
        return sessions.ofAddress(attendee, now)
                .<IdentityEvent>map(session ->
                        new IdentityEvent.RolesChanged(session.id(), session.attendee(), now))
                .collectList()
                .flatMap(events::append);
    }
}
