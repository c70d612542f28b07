package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.AttendeeRegistrations.Filter;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.token.Caller;

/// Which registrations an address asks for. What cannot be is asked for by nobody.
///
/// @param programmes that may be chosen
/// @param shown the chosen one; `null`: there is none
/// @param event `null`: any
/// @param after the last one of the page before; `null`: from the beginning
record RegistrationList(
        List<Programme> programmes,
        @Nullable Programme shown,
        @Nullable Event event,
        @Nullable UUID session,
        @Nullable String status,
        @Nullable String search,
        @Nullable String after) {

    static final List<String> STATES =
            List.of("confirmed", "waitlisted", "pending", "cancelled", "lapsed");

    private static final int LONGEST_SEARCH = 200;

    static RegistrationList of(
            MultiValueMap<String, String> query, Caller caller, Schedule schedule, Instant now) {
        var programmes = Organisers.programmes(caller, schedule, now);
        var shown = Organisers.chosen(query.getFirst("programme"), programmes).orElse(null);
        var status = query.getFirst("status");
        return new RegistrationList(
                programmes,
                shown,
                shown == null ? null : event(shown, query.getFirst("event")),
                shown == null ? null : session(shown, query.getFirst("session"), schedule),
                STATES.contains(String.valueOf(status)) ? status : null,
                searched(query.getFirst("search")),
                stated(query.getFirst("after")));
    }

    private static @Nullable Event event(Programme shown, @Nullable String id) {
        return Organisers.id(id)
                .flatMap(wanted ->
                        shown.events().stream().filter(one -> one.id().equals(wanted)).findFirst())
                .orElse(null);
    }

    private static @Nullable UUID session(Programme shown, @Nullable String id, Schedule schedule) {
        return Organisers.id(id)
                .filter(wanted ->
                        schedule.located(wanted)
                                .filter(at -> at.programme().id().equals(shown.id()))
                                .isPresent())
                .orElse(null);
    }

    private static @Nullable String searched(@Nullable String typed) {
        var words = stated(typed);
        return words == null || words.codePointCount(0, words.length()) <= LONGEST_SEARCH
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_SEARCH));
    }

    private static @Nullable String stated(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    Filter filter(Programme of) {
        return new Filter(of.id(), event == null ? null : event.id(), session, status, search);
    }
}
