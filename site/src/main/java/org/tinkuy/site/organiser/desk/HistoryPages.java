package org.tinkuy.site.organiser.desk;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Zones;
import org.tinkuy.site.organiser.desk.Drafts.Changes;
import org.tinkuy.site.organiser.desk.FormerPublications.Publication;
import org.tinkuy.site.organiser.desk.FormerPublications.Seen;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What was published of a programme until now, and how one of it becomes the draft again.
@Controller
class HistoryPages {

    private static final String PATH = Desk.PATH + "/{programme}/publications";

    private static final Map<String, String> REFUSALS =
            Map.of(
                    "draft-changed", "desk.history.changed-meanwhile",
                    "slug-taken", "desk.fault.taken");

    private final FormerPublications publications;
    private final Drafts drafts;
    private final RegisteredPeople people;
    private final ChangeWords words;

    HistoryPages(
            FormerPublications publications,
            Drafts drafts,
            RegisteredPeople people,
            ChangeWords words) {
        this.publications = publications;
        this.drafts = drafts;
        this.people = people;
        this.words = words;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        var from = after == null ? null : number(after);
        return Mono.zip(
                        drafts.programme(id, visitor),
                        publications.list(id, from, visitor),
                        RegisteredPeople.names(people, id, visitor))
                .map(all -> {
                    var page = all.getT2();
                    var list =
                            page("organiser-desk-history", all.getT1(), visitor)
                                    .modelAttribute("organisers", all.getT3())
                                    .modelAttribute("programme", all.getT1())
                                    .modelAttribute("publications", page.items())
                                    .modelAttribute("first", from == null);
                    var next = page.next();
                    return next == null ? list.build() : list.modelAttribute("next", next).build();
                });
    }

    @GetMapping(PATH + "/{number}")
    Mono<Rendering> read(
            @PathVariable String programme, @PathVariable String number, Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return show(id, number(number), null, HttpStatus.OK, visitor);
    }

    @PostMapping(PATH + "/{number}/restoration")
    Mono<Rendering> restore(
            @PathVariable String programme,
            @PathVariable String number,
            Visitor visitor,
            ServerWebExchange exchange) {
        var id = Desk.programme(programme, visitor);
        var its = number(number);
        return exchange.getFormData()
                .flatMap(form ->
                        publications.restore(
                                id, its, new Seen(String.valueOf(form.getFirst("state"))), visitor))
                .map(_ -> Desk.seeOther(Desk.path(id) + "/changes?done=restored"))
                .onErrorResume(
                        ServiceProblem.class,
                        problem -> {
                            var fault = REFUSALS.get(problem.problem().name());
                            return fault == null
                                    ? Mono.error(problem)
                                    : show(id, its, fault, HttpStatus.CONFLICT, visitor);
                        })
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                show(
                                        id,
                                        its,
                                        "move.fault.unavailable",
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        visitor));
    }

    private Mono<Rendering> show(
            UUID id, long number, @Nullable String fault, HttpStatus status, Visitor visitor) {
        return Mono.zip(
                        DeskPage.plan(drafts, id, visitor),
                        publications.read(id, number, visitor),
                        drafts.changes(id, null, visitor),
                        RegisteredPeople.names(people, id, visitor))
                .map(all -> {
                    var page =
                            page(all.getT1(), all.getT2(), all.getT3(), visitor)
                                    .modelAttribute("organisers", all.getT4())
                                    .status(status);
                    return fault == null
                            ? page.build()
                            : page.modelAttribute("fault", fault).build();
                });
    }

    private Rendering.Builder<?> page(
            Plan plan, Publication publication, Changes pending, Visitor visitor) {
        return page("organiser-desk-publication", plan.programme(), visitor)
                .modelAttribute("plan", plan)
                .modelAttribute("publication", publication)
                .modelAttribute("state", pending.state())
                .modelAttribute("pending", pending.changes().size())
                .modelAttribute(
                        "changes",
                        words.of(
                                publication.changes(),
                                plan,
                                Answers.NONE,
                                false,
                                Map.of(),
                                InWords.of(visitor)));
    }

    private static Rendering.Builder<?> page(String view, Draft programme, Visitor visitor) {
        var zone = programme.text("timeZone");
        return Desk.page(view, visitor)
                .modelAttribute("desk", Desk.path(programme.id()))
                .modelAttribute("zone", Zones.named(zone).orElse(ZoneId.of("UTC")));
    }

    /// @throws NoSuchPage if it is none
    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NoSuchPage();
        }
        return Long.parseLong(text);
    }
}
