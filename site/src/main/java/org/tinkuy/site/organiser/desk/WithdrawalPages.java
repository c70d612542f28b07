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
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Asks before a session is withdrawn, which takes it from the pages at once. Whoever would rather
/// say why it does not take place is led to cancelling it.
@Controller
class WithdrawalPages {

    private static final String PATH = Desk.PATH + "/{programme}/sessions/{session}/withdrawal";

    private final Drafts drafts;
    private final RegisteredPeople people;

    WithdrawalPages(Drafts drafts, RegisteredPeople people) {
        this.drafts = drafts;
        this.people = people;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(
            @PathVariable String programme,
            @PathVariable String session,
            Visitor visitor,
            Schedule schedule) {
        var its = Desk.programme(programme, visitor);
        return SessionFormPages.session(drafts, its, Desk.id(session), visitor)
                .flatMap(draft -> page(its, draft, null, HttpStatus.OK, visitor, schedule));
    }

    @PostMapping(PATH)
    Mono<Rendering> withdraw(
            @PathVariable String programme,
            @PathVariable String session,
            Visitor visitor,
            Schedule schedule) {
        var its = Desk.programme(programme, visitor);
        return SessionFormPages.session(drafts, its, Desk.id(session), visitor)
                .flatMap(draft ->
                        drafts.withdraw(draft.id(), visitor)
                                .thenReturn(Desk.seeOther(Desk.path(its) + "?done=withdrawn"))
                                .onErrorResume(
                                        ServiceUnavailable.class,
                                        _ ->
                                                page(
                                                        its,
                                                        draft,
                                                        "desk.removal.unavailable",
                                                        HttpStatus.SERVICE_UNAVAILABLE,
                                                        visitor,
                                                        schedule)));
    }

    /// For what nobody registered for; otherwise the ways out are told.
    @PostMapping(PATH + "/to-draft")
    Mono<Rendering> unpublish(
            @PathVariable String programme,
            @PathVariable String session,
            Visitor visitor,
            Schedule schedule) {
        var its = Desk.programme(programme, visitor);
        return SessionFormPages.session(drafts, its, Desk.id(session), visitor)
                .flatMap(draft ->
                        RegisteredPeople.in(people, List.of(draft.id()))
                                .flatMap(registered ->
                                        registered > 0
                                                ? page(
                                                        its,
                                                        draft,
                                                        "desk.removal.registered",
                                                        HttpStatus.CONFLICT,
                                                        visitor,
                                                        schedule)
                                                : drafts.unpublish(draft.id(), visitor)
                                                        .thenReturn(
                                                                Desk.seeOther(
                                                                        Desk.path(its)
                                                                                + "?done=unpublished")))
                                .onErrorResume(
                                        ServiceUnavailable.class,
                                        _ ->
                                                page(
                                                        its,
                                                        draft,
                                                        "desk.removal.unavailable",
                                                        HttpStatus.SERVICE_UNAVAILABLE,
                                                        visitor,
                                                        schedule)));
    }

    private Mono<Rendering> page(
            UUID its,
            Draft session,
            @Nullable String fault,
            HttpStatus status,
            Visitor visitor,
            Schedule schedule) {
        var id = session.id();
        var own = Desk.path(its) + "/sessions/" + id;
        return RegisteredPeople.in(people, List.of(id))
                .onErrorReturn(RegisteredPeople.NOT_KNOWN)
                .map(registered -> {
                    var page =
                            Desk.page("organiser-desk-removal", visitor)
                                    .status(status)
                                    .modelAttribute("of", "session")
                                    .modelAttribute("back", own)
                                    .modelAttribute("action", own + "/withdrawal")
                                    .modelAttribute("part", session)
                                    .modelAttribute("people", registered);
                    if (fault != null) {
                        page.modelAttribute("fault", fault);
                    }
                    var at = schedule.located(id);
                    if (at.isPresent() && !at.get().session().isCancelled()) {
                        page.modelAttribute("published", true);
                    }
                    return at.isEmpty()
                            ? page.build()
                            : page.modelAttribute(
                                            "cancellation",
                                            "/organiser/sessions/" + id + "/cancellation")
                                    .build();
                });
    }
}
