package org.tinkuy.site.organiser.desk;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Asks before an event or a speaker is taken out of a programme.
@Controller
class RemovalPages {

    private static final String EVENT = Desk.PATH + "/{programme}/events/{part}/removal";
    private static final String SPEAKER = Desk.PATH + "/{programme}/speakers/{part}/removal";

    private static final Map<String, String> REFUSALS =
            Map.of(
                    "draft-changed", "desk.removal.changed",
                    "still-needed", "desk.removal.still-needed");

    private interface Reading {
        Mono<Draft> of(UUID programme, UUID part, Visitor visitor);
    }

    private interface Removal {
        Mono<Void> of(UUID programme, UUID part, long version, Visitor visitor);
    }

    /// @param word in messages and addresses
    /// @param done what the desk tells afterwards
    private record Kind(String word, String done, Reading read, Removal remove) {}

    private final Kind events;
    private final Kind speakers;

    RemovalPages(Drafts drafts) {
        this.events =
                new Kind(
                        "event",
                        "removed",
                        (its, part, visitor) -> EventFormPages.event(drafts, its, part, visitor),
                        drafts::removeEvent);
        this.speakers =
                new Kind(
                        "speaker",
                        "speaker-removed",
                        (its, part, visitor) ->
                                SpeakerFormPages.speaker(drafts, its, part, visitor),
                        drafts::removeSpeaker);
    }

    @GetMapping(EVENT)
    Mono<Rendering> askAboutEvent(
            @PathVariable String programme, @PathVariable String part, Visitor visitor) {
        return ask(events, Desk.programme(programme, visitor), Desk.id(part), visitor);
    }

    @GetMapping(SPEAKER)
    Mono<Rendering> askAboutSpeaker(
            @PathVariable String programme, @PathVariable String part, Visitor visitor) {
        return ask(speakers, Desk.programme(programme, visitor), Desk.id(part), visitor);
    }

    private static Mono<Rendering> ask(Kind kind, UUID its, UUID part, Visitor visitor) {
        return kind.read()
                .of(its, part, visitor)
                .map(draft -> page(kind, its, draft, null, HttpStatus.OK, visitor));
    }

    @PostMapping(EVENT)
    Mono<Rendering> removeEvent(
            @PathVariable String programme,
            @PathVariable String part,
            Visitor visitor,
            ServerWebExchange exchange) {
        return remove(events, Desk.programme(programme, visitor), Desk.id(part), visitor, exchange);
    }

    @PostMapping(SPEAKER)
    Mono<Rendering> removeSpeaker(
            @PathVariable String programme,
            @PathVariable String part,
            Visitor visitor,
            ServerWebExchange exchange) {
        return remove(
                speakers, Desk.programme(programme, visitor), Desk.id(part), visitor, exchange);
    }

    private static Mono<Rendering> remove(
            Kind kind, UUID its, UUID part, Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(data -> DeskForm.version(data))
                .flatMap(version ->
                        kind.read()
                                .of(its, part, visitor)
                                .flatMap(draft -> remove(kind, its, draft, version, visitor)));
    }

    private static Mono<Rendering> remove(
            Kind kind, UUID its, Draft part, long version, Visitor visitor) {
        return kind.remove()
                .of(its, part.id(), version, visitor)
                .thenReturn(Desk.seeOther(Desk.path(its) + "?done=" + kind.done()))
                .onErrorResume(
                        ServiceProblem.class,
                        problem -> {
                            var words = REFUSALS.get(problem.problem().name());
                            return words == null
                                    ? Mono.error(problem)
                                    : Mono.just(
                                            page(
                                                    kind,
                                                    its,
                                                    part,
                                                    words,
                                                    HttpStatus.CONFLICT,
                                                    visitor));
                        })
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                Mono.just(
                                        page(
                                                kind,
                                                its,
                                                part,
                                                "desk.removal.unavailable",
                                                HttpStatus.SERVICE_UNAVAILABLE,
                                                visitor)));
    }

    private static Rendering page(
            Kind kind,
            UUID its,
            Draft part,
            @Nullable String fault,
            HttpStatus status,
            Visitor visitor) {
        var page =
                Desk.page("organiser-desk-removal", visitor)
                        .status(status)
                        .modelAttribute("of", kind.word())
                        .modelAttribute(
                                "back", Desk.path(its) + "/" + kind.word() + "s/" + part.id())
                        .modelAttribute("part", part);
        return fault == null ? page.build() : page.modelAttribute("fault", fault).build();
    }
}
