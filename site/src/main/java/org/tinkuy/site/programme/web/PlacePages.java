package org.tinkuy.site.programme.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.calendar.CalendarOffers;
import org.tinkuy.site.calendar.WebCalendars;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.programme.web.Registrations.Own;
import org.tinkuy.site.programme.web.Registrations.Seats;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.FormKey;
import org.tinkuy.site.visitor.Language;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Renders a place with its form. Seats and the visitor's own registrations are asked for, and the
/// page does without them where the answer is late.
@Component
class PlacePages {

    private static final Logger log = LoggerFactory.getLogger(PlacePages.class);

    private final Registrations registrations;
    private final CalendarOffers calendars;
    private final Cookies cookies;
    private final Clock clock;

    PlacePages(
            Registrations registrations, CalendarOffers calendars, Cookies cookies, Clock clock) {
        this.registrations = registrations;
        this.calendars = calendars;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// A session as the form offers it.
    ///
    /// @param seats `null`: not known now
    /// @param status of the visitor's own registration; `null`: none, or not known
    /// @param calendars `null`: there is nothing to put into one
    public record Offer(
            LocatedSession at,
            boolean open,
            boolean over,
            @Nullable Seats seats,
            @Nullable String status,
            @Nullable WebCalendars calendars) {

        public Session session() {
            return at.session();
        }

        public boolean isChoosable() {
            return open && status == null;
        }
    }

    private record Lookups(Map<UUID, Seats> seats, Map<UUID, String> own) {}

    Mono<Rendering> fresh(Place place, Visitor visitor, ServerWebExchange exchange) {
        var now = clock.instant();
        var open =
                place.sessions().stream()
                        .map(LocatedSession::session)
                        .filter(session -> isOpen(session, now))
                        .map(Session::id)
                        .collect(toSet());
        if (!open.isEmpty() && !visitor.isSignedIn()) {
            giveKey(exchange);
        }
        var form = RegisterForm.fresh(open.size() == 1 ? open : Set.of());
        return render(place, visitor, form, FormFaults.NONE, HttpStatus.OK);
    }

    /// Beside the page, so that the page itself is the same at each load. Whoever is signed in
    /// needs none: a seat they have is not given twice.
    private void giveKey(ServerWebExchange exchange) {
        var known = cookies.formKey(exchange.getRequest());
        if (known.isEmpty() || known.get().answered()) {
            cookies.keep(exchange.getResponse(), FormKey.fresh());
        }
    }

    Mono<Rendering> render(
            Place place, Visitor visitor, RegisterForm form, FormFaults faults, HttpStatus status) {
        return lookups(place, visitor)
                .map(lookups ->
                        Rendering.view(place.view())
                                .status(status)
                                .model(model(place, visitor, lookups))
                                .modelAttribute("form", form)
                                .modelAttribute("faults", faults)
                                .build());
    }

    private Map<String, Object> model(Place place, Visitor visitor, Lookups lookups) {
        var now = clock.instant();
        var offers =
                place.sessions().stream()
                        .map(located -> offer(located, lookups, visitor.language(), now))
                        .toList();
        var model = new HashMap<String, Object>();
        model.put("in", InWords.of(visitor));
        model.put("programme", place.programme());
        model.put("offers", offers);
        var choosable = offers.stream().filter(Offer::isChoosable).findFirst();
        model.put("open", choosable.isPresent());
        choosable.ifPresent(first -> model.put("firstOpen", "s-" + first.session().id()));
        if (place.hasDates()) {
            model.put("feed", calendars.feed(place.programme(), place.event(), visitor.language()));
        }
        if (place.event() != null) {
            model.put("event", place.event());
        }
        return model;
    }

    private Offer offer(LocatedSession located, Lookups lookups, Language language, Instant now) {
        var session = located.session();
        return new Offer(
                located,
                isOpen(session, now),
                session.isOver(now),
                lookups.seats().get(session.id()),
                lookups.own().get(session.id()),
                calendars.session(located, language, now).orElse(null));
    }

    private static boolean isOpen(Session session, Instant now) {
        return !session.isByInvitation() && !session.isOver(now) && !session.isCancelled();
    }

    private Mono<Lookups> lookups(Place place, Visitor visitor) {
        var limited =
                place.sessions().stream()
                        .map(LocatedSession::session)
                        .filter(session -> session.capacity() != null)
                        .map(Session::id)
                        .toList();
        return Mono.zip(seats(limited), own(visitor), Lookups::new);
    }

    private Mono<Map<UUID, Seats>> seats(List<UUID> sessions) {
        if (sessions.isEmpty()) {
            return Mono.just(Map.of());
        }
        return registrations
                .seats(sessions)
                .map(seats -> seats.stream().collect(toMap(Seats::sessionId, seat -> seat)))
                .onErrorResume(failure -> {
                    log.debug("Shown without seats: {}", failure.toString());
                    return Mono.just(Map.of());
                });
    }

    private Mono<Map<UUID, String>> own(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            return Mono.just(Map.of());
        }
        return registrations
                .own(visitor)
                .map(mine ->
                        mine.stream()
                                .filter(own -> !own.status().equals("cancelled"))
                                .collect(toMap(Own::sessionId, Own::status, (first, _) -> first)))
                .onErrorResume(failure -> {
                    log.debug("Shown without own registrations: {}", failure.toString());
                    return Mono.just(Map.of());
                });
    }
}
