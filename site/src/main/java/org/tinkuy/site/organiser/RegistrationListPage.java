package org.tinkuy.site.organiser;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.AttendeeRegistrations.AttendeeRegistration;
import org.tinkuy.site.organiser.AttendeeRegistrations.Filter;
import org.tinkuy.site.organiser.AttendeeRegistrations.Page;
import org.tinkuy.site.organiser.AttendeeRegistrations.Seats;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class RegistrationListPage {

    private static final List<String> STATES =
            List.of("confirmed", "waitlisted", "pending", "cancelled", "lapsed");

    private final AttendeeRegistrations registrations;
    private final Clock clock;

    RegistrationListPage(AttendeeRegistrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /// @param seats `null`: not known now
    public record SessionCount(LocatedSession at, @Nullable Seats seats) {}

    /// @param at `null`: the session is not published any more
    public record Row(AttendeeRegistration registration, @Nullable LocatedSession at) {}

    @GetMapping("/organiser")
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String session,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor,
            Schedule schedule) {
        var programmes = Organisers.programmes(Organisers.caller(visitor), schedule, clock);
        var shown = Organisers.chosen(programme, programmes).orElse(null);
        if (shown == null) {
            return Mono.just(page(visitor, programmes).build());
        }
        var sessions = schedule.locatedIn(shown);
        var filter =
                new Filter(
                        shown.id(),
                        Organisers.id(session).filter(id -> isIn(shown, id, schedule)).orElse(null),
                        STATES.contains(String.valueOf(status)) ? status : null,
                        after == null || after.isBlank() ? null : after);
        return Mono.zip(rows(filter, visitor), counts(sessions))
                .map(found ->
                        page(visitor, programmes)
                                .modelAttribute("shown", shown)
                                .modelAttribute("filter", filter)
                                .modelAttribute("counts", found.getT2())
                                .modelAttribute("rows", rows(found.getT1(), schedule))
                                .model(next(found.getT1()))
                                .build());
    }

    private Mono<Page> rows(Filter filter, Visitor visitor) {
        return registrations.page(
                filter.programmeId(), filter.sessionId(), filter.status(), filter.after(), visitor);
    }

    private static boolean isIn(Programme programme, UUID session, Schedule schedule) {
        return schedule.located(session)
                .filter(at -> at.programme().id().equals(programme.id()))
                .isPresent();
    }

    private static Rendering.Builder<?> page(Visitor visitor, List<Programme> programmes) {
        return Rendering.view("organiser")
                .header("Cache-Control", "no-store")
                .modelAttribute("in", InWords.of(visitor))
                .modelAttribute("programmes", programmes)
                .modelAttribute("states", STATES);
    }

    /// The list is what the page is for; it does without the counts where they are late.
    private Mono<List<SessionCount>> counts(List<LocatedSession> sessions) {
        if (sessions.isEmpty()) {
            return Mono.just(List.of());
        }
        return registrations
                .seats(sessions.stream().map(at -> at.session().id()).toList())
                .map(seats -> {
                    Map<UUID, Seats> bySession =
                            seats.stream().collect(toMap(Seats::sessionId, seat -> seat));
                    return counts(sessions, id -> bySession.getOrDefault(id, Seats.nobodyAt(id)));
                })
                .onErrorReturn(counts(sessions, _ -> null));
    }

    private static List<SessionCount> counts(
            List<LocatedSession> sessions, Function<UUID, @Nullable Seats> seats) {
        return sessions.stream()
                .map(at -> new SessionCount(at, seats.apply(at.session().id())))
                .toList();
    }

    private static List<Row> rows(Page page, Schedule schedule) {
        return page.items().stream()
                .map(registration ->
                        new Row(
                                registration,
                                schedule.located(registration.sessionId()).orElse(null)))
                .toList();
    }

    private static Map<String, ?> next(Page page) {
        return page.next() == null ? Map.of() : Map.of("next", page.next());
    }
}
