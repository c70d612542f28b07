package org.tinkuy.site.organiser;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where an organiser cancels a session, and says why in each language.
@Controller
class CancellationPages {

    private static final String PATH = "/organiser/sessions/{id}/cancellation";

    private final ScheduledSessions sessions;
    private final AttendeeRegistrations registrations;

    CancellationPages(ScheduledSessions sessions, AttendeeRegistrations registrations) {
        this.sessions = sessions;
        this.registrations = registrations;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var at = Organisers.session(id, visitor, schedule);
        return sessions.one(at.session().id())
                .flatMap(now ->
                        now.cancelled() != null
                                ? Mono.just(session(at, ""))
                                : page(at, CancellationForm.EMPTY, visitor, HttpStatus.OK));
    }

    @PostMapping(PATH)
    Mono<Rendering> cancel(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var at = Organisers.session(id, visitor, schedule);
        return exchange.getFormData()
                .map(CancellationForm::of)
                .flatMap(form -> cancel(at, form, visitor));
    }

    private Mono<Rendering> cancel(LocatedSession at, CancellationForm form, Visitor visitor) {
        return form.general() != null
                ? page(at, form, visitor, HttpStatus.UNPROCESSABLE_CONTENT)
                : sessions.cancel(at.session().id(), form.toCancellation(), visitor)
                        .map(_ -> session(at, "?done=cancelled"))
                        .onErrorResume(
                                ServiceProblem.class,
                                problem -> refused(at, form, problem, visitor))
                        .onErrorResume(
                                ServiceUnavailable.class,
                                _ ->
                                        page(
                                                at,
                                                form.unavailable(),
                                                visitor,
                                                HttpStatus.SERVICE_UNAVAILABLE));
    }

    /// Whoever finds the session cancelled meanwhile reads so on its page.
    private Mono<Rendering> refused(
            LocatedSession at, CancellationForm form, ServiceProblem problem, Visitor visitor) {
        return switch (problem.status()) {
            case 400 ->
                    page(
                            at,
                            form.refused(problem.problem()),
                            visitor,
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case 409 -> Mono.just(session(at, ""));
            default -> Mono.error(problem);
        };
    }

    private Mono<Rendering> page(
            LocatedSession at, CancellationForm form, Visitor visitor, HttpStatus status) {
        return AttendeeRegistrations.people(registrations, at.session().id())
                .map(people ->
                        Rendering.view("organiser-cancellation")
                                .status(status)
                                .header("Cache-Control", "no-store")
                                .modelAttribute("in", InWords.of(visitor))
                                .modelAttribute("at", at)
                                .modelAttribute("form", form)
                                .modelAttribute("people", people)
                                .modelAttribute("languages", Language.values())
                                .build());
    }

    private static Rendering session(LocatedSession at, String query) {
        return Rendering.redirectTo(SessionPages.path(at.session().id()) + query)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
