package org.tinkuy.site.organiser.campaign;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.organiser.campaign.Campaigns.Registered;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;

/// The registered that a message is for, as pages name them; both are absent where what they
/// registered for is no longer published.
///
/// @param waiting whether those on the waiting list get it, too
public record Whom(@Nullable LocatedSession session, @Nullable Event event, boolean waiting) {

    static Whom of(Registered registered, Programme programme, Schedule schedule) {
        return new Whom(
                Optional.ofNullable(registered.sessionId()).flatMap(schedule::located).orElse(null),
                event(registered.eventId(), programme),
                registered.waiting());
    }

    private static @Nullable Event event(@Nullable UUID id, Programme programme) {
        return programme.events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
