package org.tinkuy.notification.notice;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// What codes and notices tell of, until they are sent.
public interface Notices {

    /// One registration's share in an act's mail.
    record Part(
            String act,
            RegistrationId registration,
            SessionId session,
            Place.Status status,
            @Nullable Integer position,
            boolean inCalendar,
            boolean wasWaiting,
            @Nullable String reason) {}

    Mono<Void> keepParts(Collection<NoticePart> parts);

    Mono<List<Part>> parts(Collection<String> acts);

    /// It holds an address that may be nobody's yet, so it goes with its delivery's end.
    Mono<Void> keepCodes(Collection<CodeRequest> requests);

    Mono<List<CodeRequest>> codes(Collection<UUID> challenges);

    Mono<Void> forget(Collection<UUID> challenges);
}
