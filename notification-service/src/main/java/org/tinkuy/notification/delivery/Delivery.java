package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.RecipientId;

/// One message to one person, as a worker holds it.
///
/// @param key the name under which its feature enqueued it
/// @param about the registrations it tells of, or the challenge whose code it brings
/// @param attempts how often it was handed to the mail server, this time included
/// @param unknowns how often nobody could say whether the server took it
/// @param insisted an organiser wants it sent, although the address may have been refused
/// @param traceparent the W3C trace context of the fact that caused it
public record Delivery(
        DeliveryId id,
        String key,
        DeliveryKind kind,
        RecipientId recipient,
        List<UUID> about,
        Instant expiresAt,
        int attempts,
        int unknowns,
        boolean insisted,
        @Nullable String traceparent) {

    /// A second confirmation or reminder in a mailbox is a nuisance, a missing one is a seat that
    /// its owner does not know of: one more copy, with the same Message-ID, and no further.
    static final int RESENT_WHEN_UNKNOWN = 1;

    public Delivery {
        about = List.copyOf(about);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public Delivery attempted() {
        return new Delivery(
                id,
                key,
                kind,
                recipient,
                about,
                expiresAt,
                attempts + 1,
                unknowns,
                insisted,
                traceparent);
    }

    public Delivery counting(Reply reply) {
        return reply instanceof Reply.Unknown
                ? new Delivery(
                        id,
                        key,
                        kind,
                        recipient,
                        about,
                        expiresAt,
                        attempts,
                        unknowns + 1,
                        insisted,
                        traceparent)
                : this;
    }

    /// What becomes of it after an attempt, or after its worker died while sending it
    /// ([Reply.Unknown]).
    public Verdict after(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Accepted() -> new Verdict.Sent(now);
            case Reply.Refused(var reason) -> new Verdict.Failed(now, Failure.REFUSED, reason);
            case Reply.AddressRefused(var reason) ->
                    new Verdict.Failed(now, Failure.ADDRESS_REFUSED, reason);
            case Reply.Deferred(var reason, var sender) ->
                    again(sender ? Failure.SENDER_REFUSED : null, reason, now);
            case Reply.Unknown(var reason) ->
                    isResentWhenUnknown()
                            ? again(null, reason, now)
                            : new Verdict.LeftUnknown(now, reason);
        };
    }

    private Verdict again(@Nullable Failure refused, String reason, Instant now) {
        var notBefore = now.plus(RetryDelay.after(attempts, kind.lane()));
        return notBefore.isBefore(expiresAt)
                ? new Verdict.Again(notBefore, refused, reason)
                : new Verdict.Expired(now, "no time left to try again after: " + reason);
    }

    /// A code that did not arrive keeps somebody out; a second copy of the same code does no harm.
    /// A second copy of a newsletter is what people complain about: the organiser decides.
    private boolean isResentWhenUnknown() {
        return switch (kind.lane()) {
            case CODES -> true;
            case NOTICES, TEN_MINUTES, HOUR, DAY -> unknowns < RESENT_WHEN_UNKNOWN;
            case NEWSLETTER -> false;
        };
    }
}
