package org.tinkuy.session.schedule;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// When and where a session takes place, as people read it.
///
/// @param timeZone `null`: not known, of a change from before it was kept
/// @param place `null`: none was stated, because it is online or to be announced
public record Whereabouts(SessionTimes times, @Nullable ZoneId timeZone, @Nullable String place) {

    static Whereabouts of(Session session, Programme programme) {
        return new Whereabouts(
                session.times(), session.timeZoneIn(programme), session.placeIn(programme));
    }
}
