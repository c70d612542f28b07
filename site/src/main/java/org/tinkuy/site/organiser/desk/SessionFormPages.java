package org.tinkuy.site.organiser.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.SaveDraft.Outcome;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where a session is begun and written, whether it is published or not.
@Controller
class SessionFormPages {

    /// What a session may belong to, and who may speak there.
    private record Offered(List<Draft> events, List<Draft> speakers) {

        private static final Offered NOTHING = new Offered(List.of(), List.of());
    }

    /// Of a draft, and of a form that shows what may be said of what is cancelled.
    private static final String CANCELLED = "cancelled";

    private static final String PATH = Desk.PATH + "/{programme}/sessions";

    private final Drafts drafts;
    private final FormPage formPage;

    SessionFormPages(Drafts drafts, FormPage formPage) {
        this.drafts = drafts;
        this.formPage = formPage;
    }

    /// @param event of which it will be part
    @GetMapping(PATH + "/new")
    Mono<Rendering> begin(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String event,
            Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        return offered(its, visitor)
                .map(offered -> {
                    var empty = DeskForm.of(Fields.SESSION, Draft.begun(Map.of()));
                    var chosen =
                            offered.events().stream()
                                    .map(one -> one.text("id"))
                                    .anyMatch(id -> id.equals(event));
                    return page(
                            its,
                            UUID.randomUUID(),
                            offered,
                            chosen && event != null ? empty.with(Fields.EVENT_ID, event) : empty,
                            DeskFaults.NONE,
                            visitor);
                });
    }

    @GetMapping(PATH + "/{session}")
    Mono<Rendering> edit(
            @PathVariable String programme,
            @PathVariable String session,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(session);
        return Mono.zip(session(drafts, its, id, visitor), offered(its, visitor))
                .map(both ->
                        page(
                                its,
                                id,
                                both.getT2(),
                                FreeSlotPages.typed(
                                        DeskForm.of(
                                                Fields.ofSession(both.getT1().states(CANCELLED)),
                                                both.getT1()),
                                        exchange.getRequest().getQueryParams()),
                                DeskFaults.NONE,
                                visitor));
    }

    private Mono<Offered> offered(UUID programme, Visitor visitor) {
        return Mono.zip(
                        drafts.parts(programme, Part.EVENT.path(), visitor),
                        drafts.parts(programme, Part.SPEAKER.path(), visitor))
                .map(both -> new Offered(both.getT1(), both.getT2()));
    }

    /// @throws NoSuchPage if it is another programme's
    static Mono<Draft> session(Drafts drafts, UUID programme, UUID id, Visitor visitor) {
        return drafts.session(id, visitor)
                .filter(session -> session.text("programmeId").equals(programme.toString()))
                .switchIfEmpty(Mono.error(NoSuchPage::new));
    }

    @PostMapping(PATH + "/new")
    Mono<Rendering> saveNew(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        return exchange.getFormData()
                .flatMap(data ->
                        save(
                                its,
                                Desk.id(data.getFirst("id")),
                                DeskForm.of(Fields.SESSION, data),
                                visitor));
    }

    @PostMapping(PATH + "/{session}")
    Mono<Rendering> save(
            @PathVariable String programme,
            @PathVariable String session,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(session);
        return exchange.getFormData()
                .flatMap(data ->
                        save(
                                its,
                                id,
                                DeskForm.of(Fields.ofSession(data.containsKey(CANCELLED)), data)
                                        .begunAlready(),
                                visitor));
    }

    private Mono<Rendering> save(UUID programme, UUID id, DeskForm form, Visitor visitor) {
        return SaveDraft.save(
                        form,
                        Draft.begun(Map.of("programmeId", programme)),
                        session(drafts, programme, id, visitor),
                        draft -> drafts.putSession(id, draft, visitor),
                        visitor.language())
                .flatMap(outcome -> answer(programme, id, outcome, visitor));
    }

    /// Where events and speakers cannot be read either, the form stays as it is.
    private Mono<Rendering> answer(UUID programme, UUID id, Outcome outcome, Visitor visitor) {
        return switch (outcome) {
            case Outcome.Saved _ -> Mono.just(Desk.seeOther(Desk.path(programme) + "?done=saved"));
            case Outcome.Again again ->
                    offered(programme, visitor)
                            .onErrorReturn(ServiceUnavailable.class, Offered.NOTHING)
                            .map(offered ->
                                    page(
                                            programme,
                                            id,
                                            offered,
                                            again.form(),
                                            again.faults(),
                                            visitor));
        };
    }

    private Rendering page(
            UUID programme,
            UUID id,
            Offered offered,
            DeskForm form,
            DeskFaults faults,
            Visitor visitor) {
        var desk = Desk.path(programme);
        var own = desk + "/sessions/" + id;
        return formPage.of(
                form.isBegun()
                        ? new FormPage.Around(
                                "desk.session",
                                offered.events(),
                                offered.speakers(),
                                desk,
                                own,
                                null,
                                further(own, form),
                                isCancelled(form) ? id : null)
                        : new FormPage.Around(
                                "desk.session.new",
                                offered.events(),
                                offered.speakers(),
                                desk,
                                desk + "/sessions/new",
                                id,
                                List.of()),
                form,
                faults,
                visitor);
    }

    private static boolean isCancelled(DeskForm form) {
        return form.sections().equals(Fields.CANCELLED_SESSION);
    }

    private static List<FormPage.Further> further(String own, DeskForm form) {
        var withdrawal = new FormPage.Further(own + "/withdrawal", "desk.removal.session");
        return isCancelled(form)
                ? List.of(withdrawal)
                : List.of(
                        new FormPage.Further(own + "/free-slots", "desk.free"),
                        new FormPage.Further(own + "/copy", "desk.copy.session"),
                        withdrawal);
    }
}
