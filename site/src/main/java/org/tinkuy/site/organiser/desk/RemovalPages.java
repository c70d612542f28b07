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

    private static final String PATH = Part.PATH + "/{part}/removal";

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
            @PathVariable String programme,
            @PathVariable String parts,
            @PathVariable String part,
            Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var kind = Part.at(parts);
        return kind.read(drafts, its, Desk.id(part), visitor)
                .map(draft -> page(kind, its, draft, null, HttpStatus.OK, visitor));
    }

    @PostMapping(PATH)
    Mono<Rendering> remove(
            @PathVariable String programme,
            @PathVariable String parts,
            @PathVariable String part,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var kind = Part.at(parts);
        var id = Desk.id(part);
        return exchange.getFormData()
                .map(data -> DeskForm.version(data))
                .flatMap(version ->
                        kind.read(drafts, its, id, visitor)
                                .flatMap(draft -> remove(kind, its, draft, version, visitor)));
    }

    private Mono<Rendering> remove(Part kind, UUID its, Draft part, long version, Visitor visitor) {
        return drafts.removePart(its, kind.path(), part.id(), version, visitor)
                .thenReturn(Desk.seeOther(Desk.path(its) + "?done=" + done(kind)))
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

    /// What the desk tells afterwards.
    private static String done(Part kind) {
        return switch (kind) {
            case EVENT -> "removed";
            case SPEAKER -> "speaker-removed";
        };
    }

    private static Rendering page(
            Part kind,
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
                                "back", Desk.path(its) + "/" + kind.path() + "/" + part.id())
                        .modelAttribute("part", part);
        return fault == null ? page.build() : page.modelAttribute("fault", fault).build();
    }
}
