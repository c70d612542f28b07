package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.AttendeeRegistrations.Filter;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.token.Caller;

/// Which registrations an address asks for.
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

    /// As a page shows it. An event or a session of another of the programmes was chosen before
    /// that programme was left.
    ///
    /// @throws NoSuchPage if something is asked for that is not there
    static RegistrationList of(
            MultiValueMap<String, String> query, Caller caller, Schedule schedule, Instant now) {
        var programmes = Organisers.programmes(caller, schedule, now);
        var shown = Organisers.chosen(query.getFirst("programme"), programmes).orElse(null);
        return new RegistrationList(
                programmes,
                shown,
                event(shown, programmes, query.getFirst("event")),
                session(shown, programmes, query.getFirst("session"), schedule),
                Organisers.oneOf(STATES, query.getFirst("status")),
                searched(query.getFirst("search")),
                stated(query.getFirst("after")));
    }

    /// As a file has it, which does not show what it is of.
    ///
    /// @throws NoSuchPage if it is asked for otherwise than a page that shows the list asks
    static RegistrationList exactly(
            MultiValueMap<String, String> query, Caller caller, Schedule schedule, Instant now) {
        var list = of(query, caller, schedule, now);
        var isWhatIsAskedFor =
                stated(query.getFirst("programme")) != null
                        && (list.event() != null || stated(query.getFirst("event")) == null)
                        && (list.session() != null || stated(query.getFirst("session")) == null)
                        && Objects.equals(list.search(), stated(query.getFirst("search")))
                        && query.values().stream().allMatch(values -> values.size() == 1);
        if (!isWhatIsAskedFor) {
            throw new NoSuchPage();
        }
        return list;
    }

    private static @Nullable Event event(
            @Nullable Programme shown, List<Programme> programmes, @Nullable String id) {
        if (stated(id) == null) {
            return null;
        }
        var wanted = Organisers.id(id).orElseThrow(NoSuchPage::new);
        record Found(Programme programme, Event event) {}
        var found =
                programmes.stream()
                        .flatMap(one -> one.events().stream().map(event -> new Found(one, event)))
                        .filter(one -> one.event().id().equals(wanted))
                        .findFirst()
                        .orElseThrow(NoSuchPage::new);
        return found.programme().equals(shown) ? found.event() : null;
    }

    private static @Nullable UUID session(
            @Nullable Programme shown,
            List<Programme> programmes,
            @Nullable String id,
            Schedule schedule) {
        if (stated(id) == null) {
            return null;
        }
        var at = Organisers.id(id).flatMap(schedule::located).orElseThrow(NoSuchPage::new);
        var its = Organisers.asked(at.programme().id().toString(), programmes);
        return its.equals(shown) ? at.session().id() : null;
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
