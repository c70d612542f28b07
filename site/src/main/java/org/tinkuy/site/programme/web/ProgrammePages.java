package org.tinkuy.site.programme.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.Summary;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class ProgrammePages {

    /// As many as fit on a phone's first screens.
    private static final int UPCOMING = 4;

    /// As the front page lists it.
    public record ListedProgramme(Programme programme, Summary summary) {}

    private final PlacePages places;
    private final Clock clock;

    ProgrammePages(PlacePages places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/")
    Rendering home(Visitor visitor, Schedule schedule) {
        var now = clock.instant();
        return Rendering.view("home")
                .model(
                        Map.of(
                                "in", InWords.of(visitor),
                                "now", now,
                                "upcoming", schedule.upcoming(now, UPCOMING),
                                "programmes", listed(schedule, now)))
                .build();
    }

    private static List<ListedProgramme> listed(Schedule schedule, Instant now) {
        return schedule.listed(now).stream()
                .map(programme -> new ListedProgramme(programme, schedule.summary(programme, now)))
                .toList();
    }

    /// @param filled as it was sent: whoever comes back for another address
    /// @param another for somebody else who has the address of whoever is signed in
    @GetMapping("/programmes/{slug}")
    Mono<Rendering> programme(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String filled,
            @RequestParam(required = false) @Nullable String another,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return show(Place.of(schedule, slug, clock.instant()), filled, another, visitor, exchange);
    }

    @GetMapping("/programmes/{slug}/{event}")
    Mono<Rendering> event(
            @PathVariable String slug,
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String filled,
            @RequestParam(required = false) @Nullable String another,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return show(
                Place.of(schedule, slug, event, clock.instant()),
                filled,
                another,
                visitor,
                exchange);
    }

    private Mono<Rendering> show(
            Place place,
            @Nullable String filled,
            @Nullable String another,
            Visitor visitor,
            ServerWebExchange exchange) {
        if (another != null) {
            return places.another(place, visitor, exchange);
        }
        return filled == null
                ? places.fresh(place, visitor, exchange)
                : places.filled(place, visitor, exchange);
    }
}
