package org.tinkuy.site.account;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.OwnRegistrations.Registration;
import org.tinkuy.site.calendar.CalendarOffers;
import org.tinkuy.site.calendar.Subscription;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class OwnRegistrationPages {

    /// What a visitor comes from, told at the top of the list.
    private static final Set<String> DONE =
            Set.of(
                    "registered",
                    "confirmed",
                    "cancelled",
                    "renewed",
                    "details",
                    OwnCancellationPages.NOTHING_LEFT);

    private static final String RENEWAL = "/registrations/calendar/renewal";

    /// Of these, those that are about sessions.
    private static final Set<String> OF_SESSIONS = Set.of("registered", "confirmed");

    private final OwnRegistrations registrations;
    private final CalendarOffers calendars;
    private final Cookies cookies;
    private final Mine mine;

    OwnRegistrationPages(
            OwnRegistrations registrations, CalendarOffers calendars, Cookies cookies, Mine mine) {
        this.registrations = registrations;
        this.calendars = calendars;
        this.cookies = cookies;
        this.mine = mine;
    }

    @GetMapping("/registrations")
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return Mono.zip(mine.of(visitor, schedule), calendar(visitor))
                .map(found -> {
                    var own = found.getT1();
                    var page =
                            Rendering.view("registrations")
                                    .header("Cache-Control", "no-store")
                                    .modelAttribute("in", InWords.of(visitor))
                                    .modelAttribute("ahead", ahead(own))
                                    .modelAttribute("gone", gone(own))
                                    .modelAttribute("severalPeople", areSeveralPeople(own));
                    found.getT2().ifPresent(feed -> page.modelAttribute("calendar", feed));
                    if (done != null && DONE.contains(done)) {
                        var outcomes =
                                OF_SESSIONS.contains(done)
                                        ? Outcome.of(
                                                cookies.outcomes(exchange.getRequest()),
                                                statuses(own),
                                                schedule)
                                        : List.<Outcome>of();
                        page.modelAttribute("told", true).modelAttribute("outcomes", outcomes);
                        if (outcomes.isEmpty() || done.equals("confirmed")) {
                            page.modelAttribute("done", "done." + done)
                                    .modelAttribute(
                                            "well",
                                            !done.equals(OwnCancellationPages.NOTHING_LEFT));
                        }
                    }
                    return page.build();
                });
    }

    private static boolean areSeveralPeople(List<Own> mine) {
        return mine.stream()
                        .map(own -> own.registration().name())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    /// The page says that the calendar's address is missing where that is late.
    private Mono<Optional<Subscription>> calendar(Visitor visitor) {
        return registrations
                .calendarSecret(visitor)
                .map(secret -> Optional.of(calendars.own(secret.secret())))
                .onErrorReturn(Optional.empty());
    }

    @GetMapping(RENEWAL)
    Rendering askBeforeRenewing(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return Rendering.view("calendar-renewal").header("Cache-Control", "no-store").build();
    }

    @PostMapping(RENEWAL)
    Mono<Rendering> renewCalendar(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return registrations
                .renewCalendarSecret(visitor)
                .map(_ -> SignInPages.seeOther(SignInPages.OWN_PAGE + "?done=renewed"));
    }

    private static Map<UUID, Set<String>> statuses(List<Own> mine) {
        return mine.stream()
                .map(Own::registration)
                .collect(
                        groupingBy(
                                Registration::sessionId, mapping(Registration::status, toSet())));
    }

    private static List<Own> ahead(List<Own> mine) {
        return mine.stream()
                .filter(own -> !own.isGone() && !own.over())
                .sorted(comparing(Own::begins, nullsLast(naturalOrder())))
                .toList();
    }

    private static List<Own> gone(List<Own> mine) {
        return mine.stream()
                .filter(own -> own.isGone() || own.over())
                .sorted(comparing(Own::begins, nullsLast(naturalOrder())).reversed())
                .toList();
    }
}
