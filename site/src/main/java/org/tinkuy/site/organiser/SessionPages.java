package org.tinkuy.site.organiser;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.tinkuy.site.organiser.AttendeeRegistrations.Organiser;
import org.tinkuy.site.organiser.ScheduledSessions.Change;
import org.tinkuy.site.organiser.ScheduledSessions.Current;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where an organiser moves a session, and sees before that how many people are told.
@Controller
class SessionPages {

    private final ScheduledSessions sessions;
    private final AttendeeRegistrations registrations;

    SessionPages(ScheduledSessions sessions, AttendeeRegistrations registrations) {
        this.sessions = sessions;
        this.registrations = registrations;
    }

    @GetMapping("/organiser/sessions/{id}")
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule) {
        var at = Organisers.session(id, visitor, schedule);
        return current(at)
                .flatMap(now ->
                        page(
                                at,
                                now,
                                MoveForm.of(now, at.programme().place()),
                                MoveFaults.NONE,
                                visitor))
                .map(page ->
                        "moved".equals(done)
                                ? page.modelAttribute("done", "move.done").build()
                                : "cancelled".equals(done)
                                        ? page.modelAttribute("done", "withdraw.done").build()
                                        : page.build());
    }

    @PostMapping("/organiser/sessions/{id}")
    Mono<Rendering> move(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var at = Organisers.session(id, visitor, schedule);
        return Mono.zip(exchange.getFormData().map(MoveForm::of), current(at))
                .flatMap(both -> move(at, both.getT2(), both.getT1(), visitor));
    }

    private Mono<Rendering> move(
            LocatedSession at, Current before, MoveForm form, Visitor visitor) {
        var unreadable = MoveFaults.unreadable(UnreadableMove.faults(form), form);
        if (!unreadable.isEmpty()) {
            return refused(at, before, form, unreadable, visitor);
        }
        return sessions.move(before.id(), form.against(before), visitor)
                .map(_ -> seeOther(path(before.id()) + "?done=moved"))
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.status() == 409 || problem.status() == 400
                                        ? refused(
                                                at,
                                                before,
                                                // what was seen now may be overwritten next time
                                                form.at(before),
                                                MoveFaults.of(problem.problem(), form),
                                                visitor)
                                        : Mono.error(problem))
                .onErrorResume(
                        ServiceUnavailable.class,
                        away ->
                                page(at, before, form, MoveFaults.of(away), visitor)
                                        .map(page ->
                                                page.status(HttpStatus.SERVICE_UNAVAILABLE)
                                                        .build()));
    }

    private Mono<Rendering> refused(
            LocatedSession at, Current before, MoveForm form, MoveFaults faults, Visitor visitor) {
        return page(at, before, form, faults, visitor)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }

    private Mono<Current> current(LocatedSession at) {
        return sessions.one(at.session().id());
    }

    private Mono<Rendering.Builder<?>> page(
            LocatedSession at, Current now, MoveForm form, MoveFaults faults, Visitor visitor) {
        return Mono.zip(
                        AttendeeRegistrations.people(registrations, now.id()),
                        changes(now.id(), visitor),
                        organisers(at, visitor),
                        isReinstated(now, visitor))
                .map(all ->
                        Rendering.view("organiser-session")
                                .header("Cache-Control", "no-store")
                                .modelAttribute("in", InWords.of(visitor))
                                .modelAttribute("at", at)
                                .modelAttribute("now", now)
                                .modelAttribute(
                                        "zones",
                                        Zones.offeredNear(
                                                visitor.language(), at.programme().timeZone()))
                                .modelAttribute("form", form)
                                .modelAttribute("faults", faults)
                                .modelAttribute("people", all.getT1())
                                .modelAttribute("changes", all.getT2())
                                .modelAttribute("organisers", all.getT3())
                                .modelAttribute("reinstated", all.getT4())
                                .modelAttribute("desk", "/organiser/desk/" + at.programme().id()));
    }

    /// Whether it is drafted that it takes place after all.
    private Mono<Boolean> isReinstated(Current now, Visitor visitor) {
        return now.cancelled() == null
                ? Mono.just(false)
                : sessions.draft(now.id(), visitor)
                        .map(draft -> draft.cancelled() == null)
                        .onErrorReturn(false);
    }

    private Mono<List<Change>> changes(UUID session, Visitor visitor) {
        return sessions.changes(session, null, visitor)
                .expand(page ->
                        page.next() == null
                                ? Mono.empty()
                                : sessions.changes(session, page.next(), visitor))
                .concatMapIterable(ScheduledSessions.Changes::items)
                .collectList()
                .onErrorReturn(List.of());
    }

    /// What those are called who may have changed the session. The page does without.
    private Mono<Map<UUID, String>> organisers(LocatedSession at, Visitor visitor) {
        return registrations
                .organisers(at.programme().id(), visitor)
                .onErrorReturn(List.of())
                .map(all ->
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                Organiser::id,
                                                Organiser::inWords,
                                                (first, _) -> first)));
    }

    static String path(UUID session) {
        return "/organiser/sessions/" + session;
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
