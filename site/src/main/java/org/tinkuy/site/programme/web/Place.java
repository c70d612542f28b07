package org.tinkuy.site.programme.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.Summary;

/// What one page is about: an event with its sessions, or a programme with those directly under it.
///
/// @param event `null`: the programme's own page
/// @param events of the programme's own page
/// @param hasDates whether anything of it, or of a programme's events, has one
record Place(
        Programme programme,
        @Nullable Event event,
        Summary summary,
        List<ListedEvent> events,
        List<LocatedSession> sessions,
        boolean hasDates) {

    /// As the programme's page lists it.
    public record ListedEvent(Event event, Summary summary) {}

    static Place of(Schedule schedule, String slug, Instant now) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        return new Place(
                programme,
                null,
                schedule.summary(programme, now),
                programme.events().stream()
                        .map(event ->
                                new ListedEvent(event, schedule.summary(programme, event, now)))
                        .toList(),
                schedule.locatedIn(programme, null),
                haveDates(schedule.locatedIn(programme)));
    }

    static Place of(Schedule schedule, String slug, String eventSlug, Instant now) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        var event = programme.event(eventSlug).orElseThrow(NoSuchPage::new);
        var sessions = schedule.locatedIn(programme, event);
        return new Place(
                programme,
                event,
                schedule.summary(programme, event, now),
                List.of(),
                sessions,
                haveDates(sessions));
    }

    private static boolean haveDates(List<LocatedSession> sessions) {
        return sessions.stream().anyMatch(at -> at.session().date() != null);
    }

    String path() {
        return event == null
                ? LocatedSession.path(programme)
                : LocatedSession.path(programme, event);
    }

    String view() {
        return event == null ? "programme" : "event";
    }
}
