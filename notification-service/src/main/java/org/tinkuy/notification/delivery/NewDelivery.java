package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;

/// What a feature has to tell a person.
///
/// @param key names it for ever: of what is enqueued under one name only the first is sent
/// @param recipient who gets it, or, of a code, the challenge that it answers
/// @param about what it tells of; the first may be shared by many, such as a session or a campaign
/// @param programme whose organisers see it; `null`: only the organisation's owner does
/// @param dueAt not sent before
/// @param expiresAt useless from here on
/// @param waits for facts from elsewhere, until the feature releases it
/// @param traceparent the W3C trace context of the fact that caused it
public record NewDelivery(
        String key,
        DeliveryKind kind,
        Channel channel,
        RecipientId recipient,
        List<UUID> about,
        @Nullable ProgrammeId programme,
        Instant createdAt,
        Instant dueAt,
        Instant expiresAt,
        boolean waits,
        @Nullable String traceparent) {

    public NewDelivery {
        about = List.copyOf(about);
    }
}
