package org.tinkuy.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Every message to every person, once each.
public interface Deliveries {

    /// A request that is known already is ignored.
    Mono<Void> add(CodeRequest request, @Nullable String traceparent);

    /// Adds to the delivery of the same act, or begins it.
    Mono<Void> add(NoticePart part, @Nullable String traceparent);

    /// Remembers how a registration stands, so that a mail about an earlier state is not sent.
    ///
    /// @param now since when the person is told when the session is, if it stands differently
    /// @return whether that is news to the person: it stood differently before. A request that
    ///   nobody confirmed ends in silence, because nobody has shown that the address is theirs
    Mono<Boolean> note(RegistrationChange change, Instant now);

    Flux<Backlog> backlog();

    /// What has neither been sent nor given up.
    ///
    /// @param incomplete those that wait for a fact from elsewhere
    record Backlog(Lane lane, long waiting, long incomplete, @Nullable Instant oldest) {}
}
