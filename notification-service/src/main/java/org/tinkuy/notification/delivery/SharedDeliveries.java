package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// All deliveries of one kind that are about the same, such as the copies of a campaign.
public interface SharedDeliveries {

    /// One for each recipient. They are named after kind, matter and recipient, and the names are
    /// not taken: in the same transaction the caller writes down whom it has reached.
    Mono<Long> enqueue(Shared shared, List<RecipientId> recipients);

    /// @param programme whose organisers see them
    /// @param first when the first may be sent; the others follow one by one
    /// @param perSecond how many may be sent
    record Shared(
            DeliveryKind kind,
            UUID about,
            ProgrammeId programme,
            Instant first,
            int perSecond,
            Instant expiresAt) {}

    /// What could be sent is held back until [#resume].
    Mono<Void> hold(DeliveryKind kind, UUID about);

    /// What was held back may go: spread anew, so that it does not go at once.
    ///
    /// @param perSecond how many may go
    /// @param expiresAt it is of use for so long at least
    /// @return how many there were
    Mono<Long> resume(
            DeliveryKind kind, UUID about, Instant from, int perSecond, Instant expiresAt);

    /// How many could be sent, or are with a worker for the first time.
    Mono<Long> untried(DeliveryKind kind, UUID about);

    /// Whether every one has ended.
    Mono<Boolean> allEnded(DeliveryKind kind, UUID about);

    /// Every one, as of one moment.
    Mono<Standing> standing(DeliveryKind kind, UUID about);

    /// @param open have not ended
    /// @param ended by state
    record Standing(long open, Map<DeliveryState, Long> ended) {

        public Standing {
            ended = Map.copyOf(ended);
        }

        public long of(DeliveryState state) {
            return ended.getOrDefault(state, 0L);
        }

        public long all() {
            return open + ended.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// What the mail server answered to the latest of them.
    ///
    /// @param since what it said before does not count
    Mono<RelayAnswers> answers(DeliveryKind kind, UUID about, Instant since);

    Mono<Long> sentSince(DeliveryKind kind, UUID about, Instant since);
}
