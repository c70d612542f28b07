package org.tinkuy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.SessionId;

/// Somebody asked to sign in, or registered with an address that is not confirmed yet.
///
/// @param full those of the sessions whose seats were all given by then
public record CodeRequest(
        UUID challengeId,
        Addressee to,
        Letter.Purpose purpose,
        List<SessionId> sessions,
        Set<SessionId> full,
        Instant requestedAt,
        Instant expiresAt) {

    public CodeRequest {
        sessions = List.copyOf(sessions);
        full = Set.copyOf(full);
    }

    public String dedupeKey() {
        return DeliveryKind.SIGN_IN_CODE.label() + "/" + challengeId;
    }
}
