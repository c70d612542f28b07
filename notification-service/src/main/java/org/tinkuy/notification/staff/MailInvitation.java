package org.tinkuy.notification.staff;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.EndFollower;
import reactor.core.publisher.Mono;

/// Mails an invitation, and keeps its address no longer than that takes.
@Component
public class MailInvitation implements EndFollower {

    private final StaffInvitations invitations;
    private final Deliveries deliveries;

    MailInvitation(StaffInvitations invitations, Deliveries deliveries) {
        this.invitations = invitations;
        this.deliveries = deliveries;
    }

    /// @param traceparent the W3C trace context of the message
    /// @return how many mails are new: none where it was mailed before
    public Mono<Long> mail(StaffInvitation invitation, @Nullable String traceparent) {
        return deliveries
                .enqueue(List.of(invitation.delivery(traceparent)))
                .delayUntil(added -> added > 0 ? invitations.keep(invitation) : Mono.empty());
    }

    @Override
    public Mono<Void> ended(List<Delivery> deliveries) {
        var mailed =
                deliveries.stream()
                        .filter(delivery -> delivery.kind() == DeliveryKind.STAFF_INVITATION)
                        .map(MailInvitation::invitation)
                        .toList();
        return mailed.isEmpty() ? Mono.empty() : invitations.forget(mailed);
    }

    public static UUID invitation(Delivery delivery) {
        return delivery.about().getFirst();
    }
}
