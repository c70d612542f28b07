package org.tinkuy.site.account;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.OwnRegistrations.Registration;
import org.tinkuy.site.calendar.CalendarOffers;
import org.tinkuy.site.calendar.Subscription;
import org.tinkuy.site.calendar.WebCalendars;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class OwnRegistrationPages {

    /// A mail's link to cancel what is cancelled, over or was never confirmed.
    private static final String NOTHING_LEFT = "nothing-to-cancel";

    /// What a visitor comes from, told at the top of the list.
    private static final Set<String> DONE =
            Set.of("registered", "confirmed", "cancelled", "renewed", "details", NOTHING_LEFT);

    private static final String RENEWAL = "/registrations/calendar/renewal";

    private static final Set<String> GONE = Set.of("cancelled", "lapsed");

    /// Of these, those that are about sessions.
    private static final Set<String> OF_SESSIONS = Set.of("registered", "confirmed");

    private final OwnRegistrations registrations;
    private final CalendarOffers calendars;
    private final Cookies cookies;
    private final Clock clock;

    OwnRegistrationPages(
            OwnRegistrations registrations,
            CalendarOffers calendars,
            Cookies cookies,
            Clock clock) {
        this.registrations = registrations;
        this.calendars = calendars;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// @param at `null`: the session is not published any more
    /// @param calendars `null`: there is nothing to put into one
    public record Own(
            Registration registration,
            @Nullable LocatedSession at,
            boolean over,
            @Nullable WebCalendars calendars) {

        /// Cancelled, or never confirmed.
        boolean isGone() {
            return GONE.contains(registration.status());
        }

        public boolean mayCancel() {
            return !isGone() && !over;
        }

        /// What happens to the place that is given back; a message key.
        public String cancelWords() {
            return "cancel."
                    + switch (registration.status()) {
                        case "waitlisted" -> "waiting";
                        case "pending" -> isLimited() ? "pending" : "unlimited";
                        default -> isLimited() ? "limited" : "unlimited";
                    };
        }

        private boolean isLimited() {
            return at != null && at.session().capacity() != null;
        }

        @Nullable Instant begins() {
            return at == null ? null : at.session().beginsFrom();
        }
    }

    @GetMapping("/registrations")
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return Mono.zip(mine(visitor, schedule), calendar(visitor))
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
                                                cookies.outcomes(exchange.getRequest()), schedule)
                                        : List.<Outcome>of();
                        page.modelAttribute("told", true).modelAttribute("outcomes", outcomes);
                        if (outcomes.isEmpty() || done.equals("confirmed")) {
                            page.modelAttribute("done", "done." + done)
                                    .modelAttribute("well", !done.equals(NOTHING_LEFT));
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

    @GetMapping("/registrations/{id}/cancellation")
    Mono<Rendering> askBeforeCancelling(
            @PathVariable String id, Visitor visitor, Schedule schedule) {
        var registration = id(id);
        return mine(visitor, schedule)
                .map(mine ->
                        mine.stream()
                                .filter(own -> own.registration().id().equals(registration))
                                .findFirst()
                                .orElseThrow(NoSuchPage::new))
                .map(own ->
                        own.mayCancel()
                                ? Rendering.view("cancellation")
                                        .header("Cache-Control", "no-store")
                                        .modelAttribute("in", InWords.of(visitor))
                                        .modelAttribute("own", own)
                                        .build()
                                : SignInPages.seeOther(
                                        SignInPages.OWN_PAGE + "?done=" + NOTHING_LEFT));
    }

    @PostMapping("/registrations/{id}/cancellation")
    Mono<Rendering> cancel(@PathVariable String id, Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return registrations
                .cancel(id(id), visitor)
                .thenReturn(SignInPages.seeOther(SignInPages.OWN_PAGE + "?done=cancelled"));
    }

    private Mono<List<Own>> mine(Visitor visitor, Schedule schedule) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        var now = clock.instant();
        return registrations
                .all(visitor)
                .map(mine ->
                        mine.stream()
                                .map(registration -> own(registration, schedule, visitor, now))
                                .toList());
    }

    private Own own(Registration registration, Schedule schedule, Visitor visitor, Instant now) {
        var at = schedule.located(registration.sessionId()).orElse(null);
        var calendars =
                at == null || registration.status().equals("cancelled")
                        ? null
                        : this.calendars.session(at, visitor.language(), now).orElse(null);
        return new Own(registration, at, at != null && at.session().isOver(now), calendars);
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

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
    }
}
