package org.tinkuy.site.organiser.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.Drafts.Ending;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Asks before a programme is put into the archive, from where one button brings it back, or, where
/// nobody else ever saw it, deleted for good.
@Controller
class EndingPages {

    private static final String ARCHIVE = Desk.PATH + "/{programme}/archive";
    private static final String DELETION = Desk.PATH + "/{programme}/deletion";

    private static final String NOT_OVER = "desk.archive.not-over";
    private static final String WAS_PUBLISHED = "desk.deletion.was-published";

    /// @param state of the drafts that are lost with it
    private record Lost(Plan plan, String state, Ending ending) {}

    private final Drafts drafts;

    EndingPages(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(ARCHIVE)
    Mono<Rendering> askToArchive(@PathVariable String programme, Visitor visitor) {
        return archivePage(Desk.programme(programme, visitor), null, HttpStatus.OK, visitor);
    }

    @PostMapping(ARCHIVE)
    Mono<Rendering> archive(@PathVariable String programme, Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return drafts.archive(id, visitor)
                .thenReturn(Desk.seeOther(Desk.path(id)))
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.is("not-over")
                                        ? archivePage(id, null, HttpStatus.CONFLICT, visitor)
                                        : Mono.error(problem))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(unavailable("archive", id, visitor)));
    }

    @PostMapping(ARCHIVE + "/removal")
    Mono<Rendering> unarchive(@PathVariable String programme, Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return drafts.unarchive(id, visitor)
                .thenReturn(Desk.seeOther(Desk.path(id) + "?done=unarchived"))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(unavailable("unarchive", id, visitor)));
    }

    private Mono<Rendering> archivePage(
            UUID id, @Nullable String fault, HttpStatus status, Visitor visitor) {
        return Mono.zip(drafts.programme(id, visitor), drafts.ending(id, visitor))
                .map(both ->
                        page("archive", id, both.getT1(), fault, visitor)
                                .status(status)
                                .modelAttribute(
                                        "hindrance", both.getT2().archivable() ? "" : NOT_OVER)
                                .build())
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(unavailable("archive", id, visitor)));
    }

    @GetMapping(DELETION)
    Mono<Rendering> askToDelete(@PathVariable String programme, Visitor visitor) {
        return deletionPage(Desk.programme(programme, visitor), null, HttpStatus.OK, visitor);
    }

    @PostMapping(DELETION)
    Mono<Rendering> delete(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var id = Desk.programme(programme, visitor);
        return exchange.getFormData()
                .flatMap(form -> drafts.delete(id, String.valueOf(form.getFirst("state")), visitor))
                .thenReturn(Desk.seeOther(Desk.PATH + "?done=deleted"))
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                switch (problem.problem().name()) {
                                    case "draft-changed" ->
                                            deletionPage(
                                                    id,
                                                    "desk.deletion.changed",
                                                    HttpStatus.CONFLICT,
                                                    visitor);
                                    case "was-published" ->
                                            deletionPage(id, null, HttpStatus.CONFLICT, visitor);
                                    default -> Mono.error(problem);
                                })
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(unavailable("deletion", id, visitor)));
    }

    private Mono<Rendering> deletionPage(
            UUID id, @Nullable String fault, HttpStatus status, Visitor visitor) {
        return Mono.zip(
                        DeskPage.plan(drafts, id, visitor),
                        drafts.changes(id, null, visitor),
                        drafts.ending(id, visitor))
                .map(all -> new Lost(all.getT1(), all.getT2().state(), all.getT3()))
                .map(lost ->
                        page("deletion", id, lost.plan().programme(), fault, visitor)
                                .status(status)
                                .modelAttribute("plan", lost.plan())
                                .modelAttribute("state", lost.state())
                                .modelAttribute(
                                        "hindrance", lost.ending().deletable() ? "" : WAS_PUBLISHED)
                                .build())
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(unavailable("deletion", id, visitor)));
    }

    /// Nothing can be read, and nothing was done.
    private static Rendering unavailable(String of, UUID id, Visitor visitor) {
        return page(of, id, null, "desk.removal.unavailable", visitor)
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .modelAttribute("again", true)
                .modelAttribute("hindrance", "")
                .build();
    }

    /// @param programme `null`: it cannot be read
    private static Rendering.Builder<?> page(
            String of,
            UUID id,
            @Nullable Draft programme,
            @Nullable String fault,
            Visitor visitor) {
        var page =
                Desk.page("organiser-desk-ending", visitor)
                        .modelAttribute("of", of)
                        .modelAttribute("desk", Desk.path(id));
        if (programme != null) {
            page.modelAttribute("part", programme);
        }
        return fault == null ? page : page.modelAttribute("fault", fault);
    }
}
