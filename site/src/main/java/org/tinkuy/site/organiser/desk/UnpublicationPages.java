package org.tinkuy.site.organiser.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Asks before a programme or an event goes from the public pages and only its draft stays. Where
/// somebody is registered, the ways out are told.
@Controller
class UnpublicationPages {

    private static final String PROGRAMME = Desk.PATH + "/{programme}/unpublication";
    private static final String EVENT = Desk.PATH + "/{programme}/events/{event}/unpublication";

    /// @param of `programme` or `event`
    /// @param back where its draft is
    /// @param sessions that are published of it; `null`: it is not published itself
    /// @param unpublished when this is done, it is off the public pages
    private record Source(
            String of,
            Draft part,
            String back,
            @Nullable List<LocatedSession> sessions,
            Mono<Void> unpublished) {

        List<UUID> ids() {
            return sessions == null
                    ? List.of()
                    : sessions.stream().map(at -> at.session().id()).toList();
        }

        boolean hasCancelled() {
            return sessions != null && sessions.stream().anyMatch(at -> at.session().isCancelled());
        }
    }

    private final Drafts drafts;
    private final RegisteredPeople people;

    UnpublicationPages(Drafts drafts, RegisteredPeople people) {
        this.drafts = drafts;
        this.people = people;
    }

    @GetMapping(PROGRAMME)
    Mono<Rendering> ask(@PathVariable String programme, Visitor visitor, Schedule schedule) {
        return programme(programme, visitor, schedule).flatMap(source -> ask(source, visitor));
    }

    @PostMapping(PROGRAMME)
    Mono<Rendering> unpublish(@PathVariable String programme, Visitor visitor, Schedule schedule) {
        return programme(programme, visitor, schedule)
                .flatMap(source -> unpublish(source, Desk.programme(programme, visitor), visitor));
    }

    @GetMapping(EVENT)
    Mono<Rendering> ask(
            @PathVariable String programme,
            @PathVariable String event,
            Visitor visitor,
            Schedule schedule) {
        return event(programme, event, visitor, schedule).flatMap(source -> ask(source, visitor));
    }

    @PostMapping(EVENT)
    Mono<Rendering> unpublish(
            @PathVariable String programme,
            @PathVariable String event,
            Visitor visitor,
            Schedule schedule) {
        return event(programme, event, visitor, schedule)
                .flatMap(source -> unpublish(source, Desk.programme(programme, visitor), visitor));
    }

    private Mono<Source> programme(String programme, Visitor visitor, Schedule schedule) {
        var id = Desk.programme(programme, visitor);
        var published = schedule.programme(id).map(schedule::locatedIn).orElse(null);
        return drafts.programme(id, visitor)
                .map(draft ->
                        new Source(
                                "programme",
                                draft,
                                Desk.path(id),
                                published,
                                drafts.unpublishProgramme(id, visitor)));
    }

    private Mono<Source> event(String programme, String event, Visitor visitor, Schedule schedule) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(event);
        var published =
                schedule.programme(its)
                        .flatMap(now ->
                                now.events().stream()
                                        .filter(one -> one.id().equals(id))
                                        .findFirst()
                                        .map(one -> schedule.locatedIn(now, one)))
                        .orElse(null);
        return Part.EVENT
                .read(drafts, its, id, visitor)
                .map(draft ->
                        new Source(
                                "event",
                                draft,
                                Desk.path(its) + "/events/" + id,
                                published,
                                drafts.unpublishEvent(its, id, visitor)));
    }

    private Mono<Rendering> ask(Source source, Visitor visitor) {
        return RegisteredPeople.in(people, source.ids())
                .map(registered -> page(source, registered, null, HttpStatus.OK, visitor))
                .onErrorResume(
                        ServiceUnavailable.class, _ -> Mono.just(unavailable(source, visitor)));
    }

    private Mono<Rendering> unpublish(Source source, UUID programme, Visitor visitor) {
        return RegisteredPeople.in(people, source.ids())
                .flatMap(registered ->
                        hindrance(source, registered) == null
                                ? source.unpublished()
                                        .thenReturn(
                                                Desk.seeOther(Desk.path(programme) + "?done=off"))
                                : Mono.just(
                                        page(
                                                source,
                                                registered,
                                                null,
                                                HttpStatus.CONFLICT,
                                                visitor)))
                .onErrorResume(
                        ServiceUnavailable.class, _ -> Mono.just(unavailable(source, visitor)));
    }

    /// The key of why it has to stay; `null`: it can go.
    private static @Nullable String hindrance(Source source, int registered) {
        if (source.sessions() == null) {
            return "desk.unpublish.not-public";
        }
        if (source.hasCancelled()) {
            return "desk.unpublish.cancelled";
        }
        return registered > 0 ? "desk.unpublish.registered" : null;
    }

    private static Rendering unavailable(Source source, Visitor visitor) {
        return page(source, 0, "desk.removal.unavailable", HttpStatus.SERVICE_UNAVAILABLE, visitor);
    }

    private static Rendering page(
            Source source,
            int registered,
            @Nullable String fault,
            HttpStatus status,
            Visitor visitor) {
        var page =
                Desk.page("organiser-desk-unpublication", visitor)
                        .status(status)
                        .modelAttribute("of", source.of())
                        .modelAttribute("part", source.part())
                        .modelAttribute("back", source.back())
                        .modelAttribute("people", registered);
        var hindrance = hindrance(source, registered);
        if (hindrance != null) {
            page.modelAttribute("hindrance", hindrance);
        }
        return fault == null ? page.build() : page.modelAttribute("fault", fault).build();
    }
}
