package org.tinkuy.site.organiser.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.SaveDraft.Outcome;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where an event of a programme is begun and written.
@Controller
class EventFormPages {

    private static final String PATH = Desk.PATH + "/{programme}/events";

    private final Drafts drafts;
    private final FormPage formPage;

    EventFormPages(Drafts drafts, FormPage formPage) {
        this.drafts = drafts;
        this.formPage = formPage;
    }

    @GetMapping(PATH + "/new")
    Rendering begin(@PathVariable String programme, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var empty = DeskForm.of(Fields.EVENT, Draft.begun(Map.of()));
        return page(its, UUID.randomUUID(), empty, DeskFaults.NONE, visitor);
    }

    @GetMapping(PATH + "/{event}")
    Mono<Rendering> edit(
            @PathVariable String programme, @PathVariable String event, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(event);
        return event(drafts, its, id, visitor)
                .map(draft ->
                        page(its, id, DeskForm.of(Fields.EVENT, draft), DeskFaults.NONE, visitor));
    }

    /// @throws NoSuchPage if there is none
    static Mono<Draft> event(Drafts drafts, UUID programme, UUID id, Visitor visitor) {
        return drafts.events(programme, visitor)
                .flatMapIterable(events -> events)
                .filter(event -> event.id().equals(id))
                .next()
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
                                DeskForm.of(Fields.EVENT, data),
                                visitor));
    }

    @PostMapping(PATH + "/{event}")
    Mono<Rendering> save(
            @PathVariable String programme,
            @PathVariable String event,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(event);
        return exchange.getFormData()
                .flatMap(data ->
                        save(its, id, DeskForm.of(Fields.EVENT, data).begunAlready(), visitor));
    }

    private Mono<Rendering> save(UUID programme, UUID id, DeskForm form, Visitor visitor) {
        return SaveDraft.save(
                        form,
                        event(drafts, programme, id, visitor),
                        draft -> drafts.putEvent(programme, id, draft, visitor),
                        visitor.language())
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Saved _ ->
                                    Desk.seeOther(Desk.path(programme) + "?done=saved");
                            case Outcome.Again again ->
                                    page(programme, id, again.form(), again.faults(), visitor);
                        });
    }

    private Rendering page(
            UUID programme, UUID id, DeskForm form, DeskFaults faults, Visitor visitor) {
        var desk = Desk.path(programme);
        var own = desk + "/events/" + id;
        return formPage.of(
                form.isBegun()
                        ? new FormPage.Around(
                                "desk.event",
                                List.of(),
                                List.of(),
                                desk,
                                own,
                                null,
                                List.of(
                                        new FormPage.Further(
                                                own + "/removal", "desk.removal.event")))
                        : new FormPage.Around(
                                "desk.event.new",
                                List.of(),
                                List.of(),
                                desk,
                                desk + "/events/new",
                                id,
                                List.of()),
                form,
                faults,
                visitor);
    }
}
