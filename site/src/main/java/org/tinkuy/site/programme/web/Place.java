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
record Place(Programme programme, @Nullable Event event, List<LocatedSession> sessions) {

    static Place of(Schedule schedule, String slug, @Nullable String eventSlug) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        var event =
                eventSlug == null ? null : programme.event(eventSlug).orElseThrow(NoSuchPage::new);
        return new Place(programme, event, schedule.locatedIn(programme, event));
    }

    String view() {
        return event == null ? "programme" : "event";
    }
}
