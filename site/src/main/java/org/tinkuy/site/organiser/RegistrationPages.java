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

    private static final List<String> DONE = List.of("cancelled", "promoted", "noted", "renamed");

    /// What was typed and is not taken.
    ///
    /// @param field `note`, `name`; `null`: neither
    /// @param key of a message
    public record Refused(@Nullable String field, String key, String typed) {}

    /// A form without the field that it is for.
    private static final Refused UNREAD = new Refused(null, "fault.refused", "");

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
        return page(id(id, visitor), visitor, schedule)
                .map(page ->
                        DONE.contains(String.valueOf(done))
                                ? page.modelAttribute("done", "registration.done." + done).build()
                                : page.build());
    }

    @PostMapping(PATH + "/cancellation")
    Mono<Rendering> cancel(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var registration = id(id, visitor);
        return answer(
                registrations.cancel(registration, visitor),
                registration,
                "cancelled",
                new Refused(null, "fault.refused", ""),
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
                new Refused(null, "registration.fault.promotion", ""),
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
        return typed(exchange, "note")
                .flatMap(text ->
                        answer(
                                registrations.note(registration, new Note(text), visitor),
                                registration,
                                "noted",
                                new Refused("note", "fault.invalid", text),
                                visitor,
                                schedule))
                .switchIfEmpty(refused(registration, UNREAD, visitor, schedule));
    }

    @PostMapping(PATH + "/name")
    Mono<Rendering> rename(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var registration = id(id, visitor);
        return typed(exchange, "name")
                .flatMap(name ->
                        answer(
                                registrations.rename(registration, new Name(name), visitor),
                                registration,
                                "renamed",
                                new Refused("name", "fault.invalid", name),
                                visitor,
                                schedule))
                .switchIfEmpty(refused(registration, UNREAD, visitor, schedule));
    }

    private static UUID id(String id, Visitor visitor) {
        Organisers.caller(visitor);
        return Organisers.id(id).orElseThrow(NoSuchPage::new);
    }

    /// Empty where the form does not have the field.
    private static Mono<String> typed(ServerWebExchange exchange, String field) {
        return exchange.getFormData().mapNotNull(form -> form.getFirst(field)).map(String::strip);
    }

    private Mono<Rendering> refused(UUID id, Refused refused, Visitor visitor, Schedule schedule) {
        return Mono.defer(
                () -> refused(id, refused, HttpStatus.UNPROCESSABLE_CONTENT, visitor, schedule));
    }

    private Mono<Rendering> answer(
            Mono<Void> act,
            UUID id,
            String done,
            Refused otherwise,
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
                                        ? refused(
                                                id,
                                                new Refused(
                                                        otherwise.field(),
                                                        key(problem, otherwise),
                                                        otherwise.typed()),
                                                visitor,
                                                schedule)
                                        : Mono.error(problem))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                refused(
                                        id,
                                        new Refused(
                                                otherwise.field(),
                                                "move.fault.unavailable",
                                                otherwise.typed()),
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        visitor,
                                        schedule));
    }

    private static String key(ServiceProblem problem, Refused otherwise) {
        if (problem.status() == 409) {
            return otherwise.field() == null
                    ? otherwise.key()
                    : "registration.fault.address-not-confirmed";
        }
        return problem.problem().faults().stream()
                .map(fault -> String.valueOf(fault.code()))
                .map(code ->
                        switch (code) {
                            case "required", "name-of-another" -> "registration.fault." + code;
                            case "too-long", "invalid-characters" -> "fault." + code;
                            default -> otherwise.key();
                        })
                .findFirst()
                .orElse(otherwise.key());
    }

    private Mono<Rendering> refused(
            UUID id, Refused refused, HttpStatus status, Visitor visitor, Schedule schedule) {
        return page(id, visitor, schedule)
                .map(page -> page.status(status).modelAttribute("refused", refused).build());
    }

    private Mono<Rendering.Builder<?>> page(UUID id, Visitor visitor, Schedule schedule) {
        return registrations
                .one(id, visitor)
                .flatMap(one -> Mono.zip(Mono.just(one), names(one, visitor), mails(one, visitor)))
                .map(found -> {
                    var one = found.getT1();
                    var page =
                            Rendering.view("organiser-registration")
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
