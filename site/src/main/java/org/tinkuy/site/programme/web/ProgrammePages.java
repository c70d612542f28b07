package org.tinkuy.site.programme.web;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class ProgrammePages {

    /// As many as fit on a phone's first screens.
    private static final int UPCOMING = 4;

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
                                "upcoming", schedule.upcoming(now, UPCOMING),
                                "programmes", schedule.programmes(now)))
                .build();
    }

    @GetMapping("/programmes/{slug}")
    Mono<Rendering> programme(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return places.fresh(Place.of(schedule, slug, null), visitor, exchange);
    }

    @GetMapping("/programmes/{slug}/{event}")
    Mono<Rendering> event(
            @PathVariable String slug,
            @PathVariable String event,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return places.fresh(Place.of(schedule, slug, event), visitor, exchange);
    }
}
