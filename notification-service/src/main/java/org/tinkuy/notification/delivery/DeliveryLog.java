package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.LaterFacts.LaterFact;
import reactor.core.publisher.Mono;

/// Deliveries as organisers see them.
public interface DeliveryLog {

    /// The latest first.
    Mono<List<Entry>> latest(
            Visibility visibility, Filter filter, @Nullable UUID before, int limit, Instant now);

    /// By state.
    Mono<Map<DeliveryState, Long>> counts(Visibility visibility, Filter filter);

    Mono<Entry> find(Visibility visibility, UUID id, Instant now);

    /// @param about the first thing that a message is about, such as a session or a campaign
    record Filter(
            @Nullable UUID programme,
            @Nullable DeliveryState state,
            @Nullable DeliveryKind kind,
            @Nullable UUID about) {}

    /// @param recipient `null` after an erasure, and once the address of a code is forgotten
    /// @param sessions of the registrations that it is about, as far as they are known
    /// @param failure `null`: it did not fail, or it is not known why
    /// @param retryable whether an organiser may have it sent again
    /// @param later what was heard of it after it had ended
    record Entry(
            UUID id,
            UUID recipientId,
            @Nullable Recipient recipient,
            DeliveryKind kind,
            List<UUID> about,
            List<UUID> sessions,
            DeliveryState state,
            Instant createdAt,
            Instant nextAttemptAt,
            int attempts,
            @Nullable Instant endedAt,
            @Nullable Failure failure,
            @Nullable String reason,
            boolean retryable,
            List<LaterFact> later) {

        public Entry {
            about = List.copyOf(about);
            sessions = List.copyOf(sessions);
            later = List.copyOf(later);
        }

        public Entry with(
                @Nullable Recipient known, List<UUID> itsSessions, List<LaterFact> facts) {
            return new Entry(
                    id,
                    recipientId,
                    known,
                    kind,
                    about,
                    itsSessions,
                    state,
                    createdAt,
                    nextAttemptAt,
                    attempts,
                    endedAt,
                    failure,
                    reason,
                    retryable,
                    facts);
        }
    }

    record Recipient(@Nullable String name, String address) {}

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
