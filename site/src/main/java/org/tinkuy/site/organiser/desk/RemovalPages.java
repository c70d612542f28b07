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

/// Asks before an event is taken out of a programme.
@Controller
class RemovalPages {

    private static final String PATH = Desk.PATH + "/{programme}/events/{event}/removal";

    private static final Map<String, String> REFUSALS =
            Map.of(
                    "draft-changed", "desk.removal.changed",
                    "still-needed", "desk.removal.still-needed");

    private final Drafts drafts;

    RemovalPages(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(
            @PathVariable String programme, @PathVariable String event, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        return EventFormPages.event(drafts, its, Desk.id(event), visitor)
                .map(draft -> page(its, draft, null, HttpStatus.OK, visitor));
    }

    @PostMapping(PATH)
    Mono<Rendering> remove(
            @PathVariable String programme,
            @PathVariable String event,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(event);
        return exchange.getFormData()
                .map(data -> DeskForm.version(data))
                .flatMap(version ->
                        EventFormPages.event(drafts, its, id, visitor)
                                .flatMap(draft -> remove(its, draft, version, visitor)));
    }

    private Mono<Rendering> remove(UUID its, Draft event, long version, Visitor visitor) {
        return drafts.removeEvent(its, event.id(), version, visitor)
                .thenReturn(Desk.seeOther(Desk.path(its) + "?done=removed"))
                .onErrorResume(
                        ServiceProblem.class,
                        problem -> {
                            var words = REFUSALS.get(problem.problem().name());
                            return words == null
                                    ? Mono.error(problem)
                                    : Mono.just(
                                            page(its, event, words, HttpStatus.CONFLICT, visitor));
                        })
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                Mono.just(
                                        page(
                                                its,
                                                event,
                                                "desk.removal.unavailable",
                                                HttpStatus.SERVICE_UNAVAILABLE,
                                                visitor)));
    }

    private static Rendering page(
            UUID its, Draft event, @Nullable String fault, HttpStatus status, Visitor visitor) {
        var page =
                Desk.page("organiser-desk-removal", visitor)
                        .status(status)
                        .modelAttribute("of", "event")
                        .modelAttribute("back", Desk.path(its) + "/events/" + event.id())
                        .modelAttribute("part", event);
        return fault == null ? page.build() : page.modelAttribute("fault", fault).build();
    }
}
