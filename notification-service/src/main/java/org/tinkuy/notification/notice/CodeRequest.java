package org.tinkuy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.SessionId;

/// Somebody asked to sign in, or registered with an address that is not confirmed yet.
public record CodeRequest(
        UUID challengeId,
        Addressee to,
        Letter.Purpose purpose,
        List<SessionId> sessions,
        Instant requestedAt,
        Instant expiresAt) {

    public CodeRequest {
        sessions = List.copyOf(sessions);
    }

    public String dedupeKey() {
        return DeliveryKind.SIGN_IN_CODE.label() + "/" + challengeId;
    }
}
