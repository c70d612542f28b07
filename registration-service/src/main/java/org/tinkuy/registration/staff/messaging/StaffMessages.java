package org.tinkuy.registration.staff.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.registration.staff.Invitation;
import org.tinkuy.registration.staff.InvitationMails;
import reactor.core.publisher.Mono;

/// Writes the message of `contracts/sign-ins`, which carries an address and is gone within the
/// hour.
@Component
class StaffMessages implements InvitationMails {

    private static final String SIGN_INS = "sign-ins";

    private record Invited(
            UUID invitationId,
            UUID programmeId,
            UUID invitedBy,
            String address,
            String language,
            String role,
            Instant expiresAt) {

        static Invited of(Invitation invitation) {
            return new Invited(
                    invitation.id(),
                    invitation.programme(),
                    invitation.by().value(),
                    invitation.address().value(),
                    invitation.language(),
                    invitation.role().claim(),
                    invitation.endsAt());
        }
    }

    private final Outbox outbox;

    StaffMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> ask(Invitation invitation) {
        return outbox.append(List.of(message(invitation)));
    }

    static OutboxMessage message(Invitation invitation) {
        return new OutboxMessage(
                SIGN_INS,
                invitation.id().toString(),
                "staff-invited",
                1,
                invitation.at(),
                Invited.of(invitation));
    }
}
