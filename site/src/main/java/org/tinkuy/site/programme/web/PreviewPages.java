package org.tinkuy.site.programme.web;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.web.Previews.Preview;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// The pages of a programme as they will be when all drafts are published, for whoever has the
/// link.
@Controller
class PreviewPages {

    private static final String PATH = "/preview/";

    private final Previews previews;
    private final PlacePages places;
    private final Clock clock;

    PreviewPages(Previews previews, PlacePages places, Clock clock) {
        this.previews = previews;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH + "{secret}")
    Mono<Rendering> programme(@PathVariable String secret, Visitor visitor, Schedule published) {
        return show(
                secret,
                visitor,
                published,
                (schedule, slug) -> Place.of(schedule, slug, clock.instant()));
    }

    @GetMapping(PATH + "{secret}/{event}")
    Mono<Rendering> event(
            @PathVariable String secret,
            @PathVariable String event,
            Visitor visitor,
            Schedule published) {
        return show(
                secret,
                visitor,
                published,
                (schedule, slug) -> Place.of(schedule, slug, event, clock.instant()));
    }

    private Mono<Rendering> show(
            String secret,
            Visitor visitor,
            Schedule published,
            BiFunction<Schedule, String, Place> place) {
        return previews.open(secret)
                .map(preview -> page(secret, preview, visitor, published, place))
                .onErrorResume(
                        failure ->
                                failure instanceof ServiceProblem problem
                                        && (problem.status() == 404 || problem.status() == 400),
                        _ -> Mono.just(over()));
    }

    private Rendering page(
            String secret,
            Preview preview,
            Visitor visitor,
            Schedule published,
            BiFunction<Schedule, String, Place> place) {
        var now = clock.instant();
        var programme = preview.programme().since(now);
        var schedule =
                Schedule.of(
                        programme, preview.sessions().stream().map(one -> one.since(now)).toList());
        return places.preview(place.apply(schedule, programme.slug()), PATH + secret, visitor)
                .modelAttribute(
                        "preview",
                        new Shown(
                                preview.endsAt(),
                                published
                                        .programme(programme.id())
                                        .map(its -> "/programmes/" + its.slug())
                                        .orElse(null)))
                .build();
    }

    /// @param endsAt when the link ends
    /// @param published the public page; `null`: there is none
    public record Shown(Instant endsAt, @Nullable String published) {}

    /// Ended, taken back, or never made: nobody learns which.
    private static Rendering over() {
        return Rendering.view("preview-over").status(HttpStatus.NOT_FOUND).build();
    }
}
