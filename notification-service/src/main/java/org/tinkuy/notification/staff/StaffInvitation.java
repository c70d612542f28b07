package org.tinkuy.notification.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;

/// Somebody is asked to work on a programme.
///
/// @param by who invites
/// @param role as the API names it
/// @param expiresAt its link opens nothing from then on
public record StaffInvitation(
        UUID id,
        ProgrammeId programme,
        RecipientId by,
        String address,
        Language language,
        String role,
        Instant invitedAt,
        Instant expiresAt) {

    /// Of nobody whom the service knows: the invitation stands for them, as a challenge does.
    NewDelivery delivery(@Nullable String traceparent) {
        return new NewDelivery(
                DeliveryKind.STAFF_INVITATION.label() + "/" + id,
                DeliveryKind.STAFF_INVITATION,
                Channel.MAIL,
                new RecipientId(id),
                List.of(id),
                programme,
                invitedAt,
                invitedAt,
                expiresAt,
                false,
                traceparent);
    }
}
