package org.tinkuy.site.organiser;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.AttendeeRegistrations.AttendeeRegistration;
import org.tinkuy.site.organiser.AttendeeRegistrations.Filter;
import org.tinkuy.site.organiser.AttendeeRegistrations.Page;
import org.tinkuy.site.organiser.AttendeeRegistrations.Seats;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.InPieces;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class RegistrationListPage {

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
            @RequestParam MultiValueMap<String, String> query, Visitor visitor, Schedule schedule) {
        var asked =
                RegistrationList.of(query, Organisers.caller(visitor), schedule, clock.instant());
        var shown = asked.shown();
        if (shown == null) {
            return Mono.just(page(visitor, asked).build());
        }
        return Mono.zip(
                        rows(asked.filter(shown), asked.after(), visitor),
                        counts(schedule.locatedIn(shown)))
                .map(found ->
                        page(visitor, asked)
                                .modelAttribute("shown", shown)
                                .modelAttribute("filter", asked.filter(shown))
                                .modelAttribute("counts", found.getT2())
                                .modelAttribute("rows", rows(found.getT1(), schedule))
                                .model(next(found.getT1()))
                                .build());
    }

    private Mono<Page> rows(Filter filter, @Nullable String after, Visitor visitor) {
        return registrations.page(
                filter.programmeId(),
                filter.eventId(),
                filter.sessionId(),
                filter.status(),
                filter.search(),
                after,
                visitor);
    }

    private static Rendering.Builder<?> page(Visitor visitor, RegistrationList asked) {
        return Rendering.view("organiser")
                .header("Cache-Control", "no-store")
                .modelAttribute("in", InWords.of(visitor))
                .modelAttribute("programmes", asked.programmes())
                .modelAttribute("isFirst", asked.after() == null)
                .modelAttribute("states", RegistrationList.STATES);
    }

    /// The list is what the page is for; it does without the counts where they are late.
    private Mono<List<SessionCount>> counts(List<LocatedSession> sessions) {
        if (sessions.isEmpty()) {
            return Mono.just(List.of());
        }
        return InPieces.of(
                        sessions.stream().map(at -> at.session().id()).toList(),
                        registrations::seats)
                .map(seats -> {
                    Map<UUID, Seats> bySession =
                            seats.stream().collect(toMap(Seats::sessionId, seat -> seat));
                    return counts(sessions, id -> bySession.getOrDefault(id, Seats.nobodyAt(id)));
                })
                .onErrorReturn(ServiceUnavailable.class, counts(sessions, _ -> null));
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
