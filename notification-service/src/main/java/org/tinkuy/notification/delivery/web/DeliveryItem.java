package org.tinkuy.notification.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.DeliveryLog.Entry;
import org.tinkuy.notification.delivery.DeliveryState;

/// One message to one person.
///
/// @param recipient absent where only the feature knows who it is, or after an erasure
/// @param about registrations, the session, the campaign or the challenge
/// @param nextAttemptAt while it waits
/// @param endedAt when it was sent, failed, expired or became unknown
/// @param reason why it was not sent, or is tried again; of a mail server's words, without
///   addresses
/// @param retryable whether `POST …/retry` is allowed
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryItem(
        UUID id,
        UUID recipientId,
        @Nullable Recipient recipient,
        String kind,
        List<UUID> about,
        String state,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        int attempts,
        @Nullable Instant endedAt,
        @Nullable Instant sentAt,
        @Nullable String reason,
        boolean retryable) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipient(@Nullable String name, String address) {}

    static DeliveryItem of(Entry entry) {
        var recipient = entry.recipient();
        return new DeliveryItem(
                entry.id(),
                entry.recipientId(),
                recipient == null ? null : new Recipient(recipient.name(), recipient.address()),
                entry.kind().label(),
                entry.about(),
                entry.state().label(),
                entry.createdAt(),
                entry.state().isAhead() ? entry.nextAttemptAt() : null,
                entry.attempts(),
                entry.endedAt(),
                entry.state() == DeliveryState.SENT ? entry.endedAt() : null,
                entry.reason(),
                entry.retryable());
    }
}
