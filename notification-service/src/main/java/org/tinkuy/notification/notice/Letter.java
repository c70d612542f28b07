package org.tinkuy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;

/// What a message says, gathered just before it is written, so that it says what is true now.
public sealed interface Letter {

    Addressee to();

    /// @param sessions what the code confirms a registration for; empty for a plain sign-in
    /// @param full those of them whose seats were all given when it was asked for
    record Code(
            Addressee to,
            UUID challengeId,
            Instant requestedAt,
            Instant expiresAt,
            Purpose purpose,
            List<SessionDetails> sessions,
            Set<SessionId> full)
            implements Letter {

        public Code {
            sessions = List.copyOf(sessions);
            full = Set.copyOf(full);
        }
    }

    enum Purpose {
        SIGN_IN,
        REGISTRATION
    }

    /// @param places what one act decided, without those that a later fact has overtaken
    record Notice(Addressee to, DeliveryKind kind, List<Place> places) implements Letter {

        public Notice {
            places = List.copyOf(places);
        }
    }
}
