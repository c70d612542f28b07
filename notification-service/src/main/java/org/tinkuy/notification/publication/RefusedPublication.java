package org.tinkuy.notification.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;

/// Nothing was published at the stated time.
///
/// @param organiser who had asked for it
/// @param title of the programme, which need not be published
/// @param zone of the programme
/// @param at the stated time
/// @param problem its name in the API
/// @param refusedAt when it was tried
public record RefusedPublication(
        UUID id,
        ProgrammeId programme,
        RecipientId organiser,
        LocalisedText title,
        ZoneId zone,
        Instant at,
        String problem,
        Instant refusedAt) {

    /// Whoever looks at the desk by then has read it there.
    private static final Duration USEFUL = Duration.ofDays(3);

    public Instant expiresAt() {
        return refusedAt.plus(USEFUL);
    }

    NewDelivery delivery(@Nullable String traceparent) {
        return new NewDelivery(
                DeliveryKind.PUBLICATION_REFUSED.label() + "/" + id,
                DeliveryKind.PUBLICATION_REFUSED,
                Channel.MAIL,
                organiser,
                List.of(id),
                programme,
                refusedAt,
                refusedAt,
                expiresAt(),
                false,
                traceparent);
    }
}
