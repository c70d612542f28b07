package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    /// The latest first.
    Mono<List<Summary>> latest(Visibility visibility, @Nullable UUID before, int limit);

    Flux<Backlog> backlog();

    record Summary(
            UUID id,
            UUID recipientId,
            String kind,
            String state,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String reason) {}

    /// What has neither been sent nor given up.
    ///
    /// @param incomplete those that wait for a fact from elsewhere
    record Backlog(Lane lane, long waiting, long incomplete, @Nullable Instant oldest) {}

    sealed interface Visibility {

        record Everything() implements Visibility {}

        /// Codes belong to no programme: only the organisation's owner sees them.
        record OfProgrammes(Set<UUID> programmes) implements Visibility {

            public OfProgrammes {
                programmes = Set.copyOf(programmes);
            }
        }
    }
}
