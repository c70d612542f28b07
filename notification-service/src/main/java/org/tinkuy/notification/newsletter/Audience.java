package org.tinkuy.notification.newsletter;

import java.util.UUID;
import org.tinkuy.notification.people.SessionId;

/// Whom a campaign goes to.
public sealed interface Audience {

    /// Whoever confirmed the programme's newsletter: an issue of it.
    record Subscribers() implements Audience {}

    /// Whoever is registered: a message about what they registered for. It is nobody's newsletter,
    /// so nobody has to have asked for it, and nobody can unsubscribe from it.
    sealed interface Registered extends Audience {

        /// Whether those on the waiting list get it, too.
        boolean waitingToo();
    }

    record OfSession(SessionId session, boolean waitingToo) implements Registered {}

    /// Of any session of an event; who is registered for several gets one mail.
    record OfEvent(UUID event, boolean waitingToo) implements Registered {}
}
