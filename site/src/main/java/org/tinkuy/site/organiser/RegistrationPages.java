package org.tinkuy.site.organiser;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import org.tinkuy.site.organiser.AttendeeRegistrations.Organiser;
import org.tinkuy.site.organiser.Deliveries.Delivery;
import org.tinkuy.site.organiser.OrganisedRegistrations.Name;
import org.tinkuy.site.organiser.OrganisedRegistrations.Note;
import org.tinkuy.site.organiser.OrganisedRegistrations.One;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// One registration: its history, and what an organiser may do with it.
@Controller
class RegistrationPages {

    private static final String PATH = "/organiser/registrations/{id}";
    private static final String VIEW = "organiser-registration";

    private static final List<String> DONE = List.of("cancelled", "promoted", "noted", "renamed");

    private final OrganisedRegistrations registrations;
    private final AttendeeRegistrations organisers;
    private final Deliveries deliveries;

    RegistrationPages(
            OrganisedRegistrations registrations,
            AttendeeRegistrations organisers,
            Deliveries deliveries) {
        this.registrations = registrations;
        this.organisers = organisers;
        this.deliveries = deliveries;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule) {
        return page(VIEW, id(id, visitor), visitor, schedule)
                .map(page ->
                        DONE.contains(String.valueOf(done))
                                ? page.modelAttribute("done", "registration.done." + done).build()
                                : page.build());
    }

    @GetMapping(PATH + "/cancellation")
    Mono<Rendering> askToCancel(@PathVariable String id, Visitor visitor, Schedule schedule) {
        return page("organiser-registration-cancellation", id(id, visitor), visitor, schedule)
                .map(Rendering.Builder::build);
    }

    @PostMapping(PATH + "/cancellation")
    Mono<Rendering> cancel(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var registration = id(id, visitor);
        return answer(
                registrations.cancel(registration, visitor),
                registration,
                "cancelled",
                RefusedAct.NOT_TAKEN,
                visitor,
                schedule);
    }

    @PostMapping(PATH + "/promotion")
    Mono<Rendering> promote(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var registration = id(id, visitor);
        return answer(
                registrations.promote(registration, visitor),
                registration,
                "promoted",
                new RefusedAct(null, "registration.fault.promotion", ""),
                visitor,
                schedule);
    }

    @PostMapping(PATH + "/note")
    Mono<Rendering> note(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var registration = id(id, visitor);
        return write(
                "note",
                text -> registrations.note(registration, new Note(text), visitor),
                registration,
                "noted",
                visitor,
                schedule,
                exchange);
    }

    @PostMapping(PATH + "/name")
    Mono<Rendering> rename(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var registration = id(id, visitor);
        return write(
                "name",
                name -> registrations.rename(registration, new Name(name), visitor),
                registration,
                "renamed",
                visitor,
                schedule,
                exchange);
    }

    private Mono<Rendering> write(
            String field,
            Function<String, Mono<Void>> act,
            UUID id,
            String done,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return typed(exchange, field)
                .flatMap(text ->
                        answer(
                                act.apply(text),
                                id,
                                done,
                                RefusedAct.of(field, text),
                                visitor,
                                schedule))
                .switchIfEmpty(refused(id, RefusedAct.NOT_TAKEN, visitor, schedule));
    }

    private static UUID id(String id, Visitor visitor) {
        Organisers.caller(visitor);
        return Organisers.id(id).orElseThrow(NoSuchPage::new);
    }

    /// Empty where the form does not have the field.
    private static Mono<String> typed(ServerWebExchange exchange, String field) {
        return exchange.getFormData().mapNotNull(form -> form.getFirst(field)).map(String::strip);
    }

    private Mono<Rendering> refused(
            UUID id, RefusedAct refused, Visitor visitor, Schedule schedule) {
        return Mono.defer(
                () -> refused(id, refused, HttpStatus.UNPROCESSABLE_CONTENT, visitor, schedule));
    }

    private Mono<Rendering> answer(
            Mono<Void> act,
            UUID id,
            String done,
            RefusedAct otherwise,
            Visitor visitor,
            Schedule schedule) {
        return act.then(
                        Mono.fromSupplier(() ->
                                Rendering.redirectTo(
                                                "/organiser/registrations/" + id + "?done=" + done)
                                        .status(HttpStatus.SEE_OTHER)
                                        .build()))
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.status() == 400 || problem.status() == 409
                                        ? refused(id, otherwise.because(problem), visitor, schedule)
                                        : Mono.error(problem))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                refused(
                                        id,
                                        otherwise.whileUnavailable(),
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        visitor,
                                        schedule));
    }

    private Mono<Rendering> refused(
            UUID id, RefusedAct refused, HttpStatus status, Visitor visitor, Schedule schedule) {
        return page(VIEW, id, visitor, schedule)
                .map(page -> page.status(status).modelAttribute("refused", refused).build());
    }

    private Mono<Rendering.Builder<?>> page(
            String view, UUID id, Visitor visitor, Schedule schedule) {
        return registrations
                .one(id, visitor)
                .flatMap(one -> Mono.zip(Mono.just(one), names(one, visitor), mails(one, visitor)))
                .map(found -> {
                    var one = found.getT1();
                    var page =
                            Rendering.view(view)
                                    .header("Cache-Control", "no-store")
                                    .modelAttribute("in", InWords.of(visitor))
                                    .modelAttribute("one", one)
                                    .modelAttribute("organisers", found.getT2())
                                    .modelAttribute("mails", found.getT3());
                    schedule.located(one.sessionId())
                            .ifPresent(at -> page.modelAttribute("at", at));
                    schedule.programme(one.programmeId())
                            .ifPresent(programme -> page.modelAttribute("programme", programme));
                    return page;
                });
    }

    /// What was written to whoever is registered. The page does without.
    private Mono<List<Delivery>> mails(One one, Visitor visitor) {
        return deliveries
                .about(one.programmeId(), one.id(), visitor)
                .map(Deliveries.Page::items)
                .onErrorReturn(List.of());
    }

    /// What those organisers are called who did something. The page does without.
    private Mono<Map<UUID, String>> names(One one, Visitor visitor) {
        return organisers
                .organisers(one.programmeId(), visitor)
                .map(all ->
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                Organiser::id,
                                                Organiser::inWords,
                                                (first, _) -> first)))
                .onErrorReturn(Map.of());
    }
}
