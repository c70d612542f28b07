package org.tinkuy.site.organiser.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.campaign.Campaigns.Registered;

/// Whom a message is for, as it is typed.
///
/// @param whom `session:` or `event:` with its id; empty: nothing is chosen
/// @param waiting whether those on the waiting list get it, too
record MessageForm(String whom, boolean waiting) {

    private static final String SESSION = "session:";
    private static final String EVENT = "event:";

    static MessageForm of(Registered registered) {
        return new MessageForm(
                registered.sessionId() != null
                        ? SESSION + registered.sessionId()
                        : EVENT + registered.eventId(),
                registered.waiting());
    }

    static MessageForm of(MultiValueMap<String, String> form) {
        var whom = form.getFirst("whom");
        return new MessageForm(whom == null ? "" : whom, form.containsKey("waiting"));
    }

    /// As the list of registrations shows them.
    static MessageForm chosen(@Nullable String session, @Nullable String event) {
        if (session != null && !session.isBlank()) {
            return new MessageForm(SESSION + session, false);
        }
        return new MessageForm(event == null || event.isBlank() ? "" : EVENT + event, false);
    }

    /// What is no id is nothing.
    Registered registered() {
        return new Registered(id(SESSION), id(EVENT), waiting);
    }

    private @Nullable UUID id(String kind) {
        try {
            return whom.startsWith(kind) ? UUID.fromString(whom.substring(kind.length())) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
