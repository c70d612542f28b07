package org.tinkuy.site.programme.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;

/// What one page is about: an event with its sessions, or a programme with those directly under it.
///
/// @param event `null`: the programme's own page
/// @param hasDates whether anything of it, or of a programme's events, has one
record Place(
        Programme programme,
        @Nullable Event event,
        List<LocatedSession> sessions,
        boolean hasDates) {

    static Place of(Schedule schedule, String slug, @Nullable String eventSlug) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        var event =
                eventSlug == null ? null : programme.event(eventSlug).orElseThrow(NoSuchPage::new);
        var all =
                event == null
                        ? schedule.locatedIn(programme)
                        : schedule.locatedIn(programme, event);
        return new Place(
                programme,
                event,
                schedule.locatedIn(programme, event),
                all.stream().anyMatch(at -> at.session().date() != null));
    }

    String view() {
        return event == null ? "programme" : "event";
    }
}
