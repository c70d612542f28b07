package org.tinkuy.site.programme.web;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.calendar.CalendarOffers;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.timetable.Region;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.FormKey;
import org.tinkuy.site.visitor.Preferences;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Renders a place with its form.
@Component
class PlacePages {

    private final PlaceLookups lookups;
    private final CalendarOffers calendars;
    private final PlaceCards cards;
    private final Cookies cookies;
    private final Clock clock;

    PlacePages(
            PlaceLookups lookups,
            CalendarOffers calendars,
            PlaceCards cards,
            Cookies cookies,
            Clock clock) {
        this.lookups = lookups;
        this.calendars = calendars;
        this.cards = cards;
        this.cookies = cookies;
        this.clock = clock;
    }

    Mono<Rendering> fresh(Place place, Visitor visitor, ServerWebExchange exchange) {
        var open = open(place);
        if (!open.isEmpty() && !visitor.isSignedIn()) {
            giveKey(exchange);
        }
        var form = RegisterForm.fresh(ticked(open));
        return render(place, visitor, form, FormFaults.NONE, HttpStatus.OK, exchange);
    }

    private static Set<UUID> ticked(Set<UUID> open) {
        return open.size() == 1 ? open : Set.of();
    }

    /// For other people's pages: as a stranger sees it, whoever looks, with nothing kept of them.
    Mono<Rendering> embedded(Place place, Visitor visitor, ServerWebExchange exchange) {
        var language =
                Preferences.switched(exchange.getRequest())
                        .map(chosen -> "?" + Preferences.LANGUAGE_PARAMETER + "=" + chosen.tag())
                        .orElse("");
        return lookups.ofAStranger(place)
                .map(found ->
                        Rendering.view("embedded-form")
                                .model(model(place, visitor.asStranger(), found))
                                .modelAttribute("needed", found.needed())
                                .modelAttribute("form", RegisterForm.fresh(ticked(open(place))))
                                .modelAttribute("faults", FormFaults.NONE)
                                .modelAttribute("action", place.path() + language)
                                .modelAttribute("query", language)
                                .build());
    }

    /// For somebody else who has the address of whoever is signed in.
    Mono<Rendering> another(Place place, Visitor visitor, ServerWebExchange exchange) {
        if (!visitor.isSignedIn()) {
            return fresh(place, visitor, exchange);
        }
        var form = RegisterForm.ofAnother(ticked(open(place)));
        return render(place, visitor, form, FormFaults.NONE, HttpStatus.OK, exchange);
    }

    /// As it was sent before a code was asked for: nobody types it again for another address.
    Mono<Rendering> filled(Place place, Visitor visitor, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var challenge = cookies.challenge(request).map(one -> one.id().toString()).orElse("");
        var sent =
                cookies.pending(request)
                        .flatMap(pending -> RegisterForm.of(pending, challenge, place));
        if (sent.isEmpty() || visitor.isSignedIn()) {
            return fresh(place, visitor, exchange);
        }
        giveKey(exchange);
        return render(place, visitor, sent.get(), FormFaults.NONE, HttpStatus.OK, exchange)
                .doOnNext(_ -> keepToThisBrowser(exchange));
    }

    /// As everybody will see it, but that nobody can register yet and nothing is told to others.
    ///
    /// @param base where its programme's page is
    Rendering.Builder<?> preview(Place place, String base, Visitor visitor) {
        var now = clock.instant();
        var model = model(place, visitor, PlaceLookups.Found.NOTHING);
        model.keySet().removeAll(Set.of("card", "feed", "region"));
        model.put("base", base);
        model.put("offers", place.sessions().stream().map(at -> Offer.shown(at, now)).toList());
        model.put("open", false);
        model.put("openToOthers", false);
        return Rendering.view(place.view())
                .model(model)
                .modelAttribute("needed", NeededFields.NONE)
                .modelAttribute("form", RegisterForm.fresh(Set.of()))
                .modelAttribute("faults", FormFaults.NONE);
    }

    private Set<UUID> open(Place place) {
        var now = clock.instant();
        return place.sessions().stream()
                .map(LocatedSession::session)
                .filter(session -> isOpen(session, now))
                .map(Session::id)
                .collect(toSet());
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
            Place place,
            Visitor visitor,
            RegisterForm form,
            FormFaults faults,
            HttpStatus status,
            ServerWebExchange exchange) {
        return lookups.of(place, visitor, exchange)
                .map(found -> form.another() ? found.ofAnother() : found)
                .map(found -> {
                    if (!found.held().isEmpty()) {
                        keepToThisBrowser(exchange);
                    }
                    return Rendering.view(place.view())
                            .status(status)
                            .model(model(place, visitor, found))
                            .modelAttribute("needed", found.needed().with(form, faults))
                            .modelAttribute("form", form)
                            .modelAttribute("faults", faults)
                            .build();
                });
    }

    private static void keepToThisBrowser(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
    }

    private Map<String, Object> model(Place place, Visitor visitor, PlaceLookups.Found found) {
        var now = clock.instant();
        var offers =
                place.sessions().stream()
                        .map(located -> offer(located, found, visitor.language(), now))
                        .toList();
        var choosable = offers.stream().filter(Offer::isChoosable).toList();
        var in = InWords.of(visitor);
        var model = new HashMap<String, Object>();
        model.put("in", in);
        model.put("base", LocatedSession.path(place.programme()));
        model.put("card", cards.of(place, in));
        model.put("programme", place.programme());
        model.put("summary", place.summary());
        model.put("events", place.events());
        model.put("offers", offers);
        model.put("open", !choosable.isEmpty());
        model.put("several", choosable.size() > 1);
        model.put("openToOthers", offers.stream().anyMatch(Offer::open));
        model.put("formName", formName(choosable));
        model.put("send", send(choosable));
        if (!choosable.isEmpty()) {
            model.put("firstOpen", "s-" + choosable.getFirst().session().id());
        }
        if (place.hasDates()) {
            model.put("feed", calendars.feed(place.programme(), place.event(), visitor.language()));
        }
        found.me().ifPresent(me -> model.put("me", me));
        if (place.event() != null) {
            model.put("event", place.event());
            Region.of(place.event()).ifPresent(region -> model.put("region", region));
        }
        return model;
    }

    /// The key of the words on the button.
    private static String send(List<Offer> choosable) {
        if (choosable.stream().noneMatch(Offer::isFull)) {
            return "register.send";
        }
        return choosable.stream().allMatch(Offer::isFull)
                ? "register.wait"
                : "register.send-or-wait";
    }

    /// Another one when other sessions can be chosen. Firefox restores what was typed by the form's
    /// name and the number of the field in it, which is another field's where a box has gone.
    private static String formName(List<Offer> choosable) {
        var sessions = choosable.stream().map(offer -> offer.session().id().toString()).toList();
        return "register-" + Integer.toHexString(String.join(" ", sessions).hashCode());
    }

    private Offer offer(
            LocatedSession located, PlaceLookups.Found found, Language language, Instant now) {
        var session = located.session();
        return new Offer(
                located,
                isOpen(session, now),
                session.isOn(now),
                session.isOver(now),
                found.seats().get(session.id()),
                found.own().get(session.id()),
                found.held().contains(session.id()),
                calendars.session(located, language, now).orElse(null));
    }

    private static boolean isOpen(Session session, Instant now) {
        return !session.isByInvitation() && !session.isOver(now) && !session.isCancelled();
    }
}
