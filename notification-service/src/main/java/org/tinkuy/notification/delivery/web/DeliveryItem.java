package org.tinkuy.notification.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.DeliveryLog.Entry;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.LaterFacts.LaterFact;

/// One message to one person.
///
/// @param recipient absent after an erasure, and once the address of a code is forgotten
/// @param about registrations, the session, the campaign or the challenge
/// @param sessionIds of those registrations; absent: not known, or it is about none
/// @param nextAttemptAt while it waits
/// @param endedAt when it was sent, failed, expired or became unknown
/// @param cause why it failed: `refused` (the message), `address-refused`, `suppressed` (refused
///   before), `unusable-address` or `erased`; of one that waits: `sender-refused`
/// @param reason why it was not sent, or is tried again; of a mail server's words, without
///   addresses
/// @param later what was heard of it after it had ended, if anything was
/// @param retryable whether `POST …/retry` is allowed
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryItem(
        UUID id,
        UUID recipientId,
        @Nullable Recipient recipient,
        String kind,
        List<UUID> about,
        @Nullable List<UUID> sessionIds,
        String state,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        int attempts,
        @Nullable Instant endedAt,
        @Nullable Instant sentAt,
        @Nullable String cause,
        @Nullable String reason,
        boolean retryable,
        @Nullable List<Later> later) {

    /// @param fact `retried` by an organiser, or `late-reply` of the mail server
    /// @param detail how it had ended before, or what was replied
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Later(String fact, Instant at, @Nullable String detail) {

        static Later of(LaterFact fact) {
            return new Later(fact.what().label(), fact.at(), fact.detail());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipient(@Nullable String name, String address) {}

    static DeliveryItem of(Entry entry) {
        var recipient = entry.recipient();
        var failure = entry.failure();
        return new DeliveryItem(
                entry.id(),
                entry.recipientId(),
                recipient == null ? null : new Recipient(recipient.name(), recipient.address()),
                entry.kind().label(),
                entry.about(),
                entry.sessions().isEmpty() ? null : entry.sessions(),
                entry.state().label(),
                entry.createdAt(),
                entry.state().isAhead() ? entry.nextAttemptAt() : null,
                entry.attempts(),
                entry.endedAt(),
                entry.state() == DeliveryState.SENT ? entry.endedAt() : null,
                failure == null ? null : failure.label(),
                entry.reason(),
                entry.retryable(),
                entry.later().isEmpty() ? null : entry.later().stream().map(Later::of).toList());
    }
}
