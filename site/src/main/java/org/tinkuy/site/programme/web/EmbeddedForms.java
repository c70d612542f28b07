package org.tinkuy.site.programme.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Embedding;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// The form to register, for other people's pages. It is sent in a tab of its own: there are the
/// cookies that the code needs, and there the visitor sees whose page asks for it.
@Controller
class EmbeddedForms {

    private final PlacePages places;
    private final Clock clock;

    EmbeddedForms(PlacePages places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(Embedding.PATH + "/programmes/{slug}")
    Mono<Rendering> programme(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return places.embedded(Place.of(schedule, slug, clock.instant()), visitor, exchange);
    }

    @GetMapping(Embedding.PATH + "/programmes/{slug}/{event}")
    Mono<Rendering> event(
            @PathVariable String slug,
            @PathVariable String event,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return places.embedded(Place.of(schedule, slug, event, clock.instant()), visitor, exchange);
    }
}
