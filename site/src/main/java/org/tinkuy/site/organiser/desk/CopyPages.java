package org.tinkuy.site.organiser.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.Copies.Wanted;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Asks from which day on a copy of a programme, an event or a session is to be.
@Controller
class CopyPages {

    private static final String PATH = Desk.PATH + "/{programme}";

    /// @param of `programme`, `event` or `session`
    /// @param back the page of the source
    private record Source(String of, Draft part, String back) {}

    /// @param id of the copy: what is sent twice begins one
    /// @param from as typed
    private record Sent(UUID id, String from) {}

    private final Copies copies;
    private final Drafts drafts;

    CopyPages(Copies copies, Drafts drafts) {
        this.copies = copies;
        this.drafts = drafts;
    }

    @GetMapping(PATH + "/copy")
    Mono<Rendering> askForProgramme(@PathVariable String programme, Visitor visitor) {
        return programme(programme, visitor).map(source -> ask(source, visitor));
    }

    @GetMapping(PATH + "/events/{event}/copy")
    Mono<Rendering> askForEvent(
            @PathVariable String programme, @PathVariable String event, Visitor visitor) {
        return event(programme, event, visitor).map(source -> ask(source, visitor));
    }

    @GetMapping(PATH + "/sessions/{session}/copy")
    Mono<Rendering> askForSession(
            @PathVariable String programme, @PathVariable String session, Visitor visitor) {
        return session(programme, session, visitor).map(source -> ask(source, visitor));
    }

    @PostMapping(PATH + "/copy")
    Mono<Rendering> copyProgramme(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        return programme(programme, visitor)
                .flatMap(source ->
                        copy(
                                source,
                                exchange,
                                visitor,
                                wanted -> copies.programme(source.part().id(), wanted, visitor),
                                wanted -> Desk.path(wanted.id())));
    }

    @PostMapping(PATH + "/events/{event}/copy")
    Mono<Rendering> copyEvent(
            @PathVariable String programme,
            @PathVariable String event,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        return event(programme, event, visitor)
                .flatMap(source ->
                        copy(
                                source,
                                exchange,
                                visitor,
                                wanted -> copies.event(its, source.part().id(), wanted, visitor),
                                _ -> Desk.path(its)));
    }

    @PostMapping(PATH + "/sessions/{session}/copy")
    Mono<Rendering> copySession(
            @PathVariable String programme,
            @PathVariable String session,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        return session(programme, session, visitor)
                .flatMap(source ->
                        copy(
                                source,
                                exchange,
                                visitor,
                                wanted -> copies.session(source.part().id(), wanted, visitor),
                                _ -> Desk.path(its)));
    }

    private Mono<Source> programme(String programme, Visitor visitor) {
        Desk.requireOwner(visitor);
        var id = Desk.programme(programme, visitor);
        return drafts.programme(id, visitor)
                .map(draft -> new Source("programme", draft, Desk.path(id)));
    }

    private Mono<Source> event(String programme, String event, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(event);
        return Part.EVENT
                .read(drafts, its, id, visitor)
                .map(draft -> new Source("event", draft, Desk.path(its) + "/events/" + id));
    }

    private Mono<Source> session(String programme, String session, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(session);
        return SessionFormPages.session(drafts, its, id, visitor)
                .map(draft -> new Source("session", draft, Desk.path(its) + "/sessions/" + id));
    }

    private Mono<Rendering> copy(
            Source source,
            ServerWebExchange exchange,
            Visitor visitor,
            Function<Wanted, Mono<Copies.Copy>> copying,
            Function<Wanted, String> where) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var sent =
                            new Sent(
                                    Desk.id(form.getFirst("id")),
                                    String.valueOf(form.getFirst("from")).strip());
                    var from = date(sent.from());
                    if (from == null) {
                        return Mono.just(
                                page(
                                        source,
                                        sent,
                                        "desk.copy.no-day",
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        visitor));
                    }
                    var wanted = new Wanted(sent.id(), from);
                    var there = Desk.seeOther(where.apply(wanted) + "?done=copied");
                    return copying.apply(wanted)
                            .map(_ -> there)
                            .onErrorResume(
                                    ServiceProblem.class,
                                    problem -> refused(source, sent, problem, there, visitor))
                            .onErrorResume(
                                    ServiceUnavailable.class,
                                    _ ->
                                            Mono.just(
                                                    page(
                                                            source,
                                                            sent,
                                                            "move.fault.unavailable",
                                                            HttpStatus.SERVICE_UNAVAILABLE,
                                                            visitor)));
                });
    }

    /// What was sent twice is there once.
    private static Mono<Rendering> refused(
            Source source, Sent sent, ServiceProblem problem, Rendering there, Visitor visitor) {
        if (problem.is("draft-changed")) {
            return Mono.just(there);
        }
        return problem.status() == HttpStatus.BAD_REQUEST.value()
                ? Mono.just(
                        page(
                                source,
                                sent,
                                "desk.copy.refused",
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                visitor))
                : Mono.error(problem);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Rendering ask(Source source, Visitor visitor) {
        return page(source, new Sent(UUID.randomUUID(), ""), null, HttpStatus.OK, visitor);
    }

    private static Rendering page(
            Source source, Sent sent, @Nullable String fault, HttpStatus status, Visitor visitor) {
        var page =
                Desk.page("organiser-desk-copy", visitor)
                        .status(status)
                        .modelAttribute("of", source.of())
                        .modelAttribute("part", source.part())
                        .modelAttribute("back", source.back())
                        .modelAttribute("id", sent.id())
                        .modelAttribute("from", sent.from());
        return fault == null ? page.build() : page.modelAttribute("fault", fault).build();
    }
}
