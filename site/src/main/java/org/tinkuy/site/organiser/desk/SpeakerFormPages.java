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

/// Where a speaker of a programme is begun and written.
@Controller
class SpeakerFormPages {

    private static final String PATH = Desk.PATH + "/{programme}/speakers";

    private final Drafts drafts;
    private final FormPage formPage;

    SpeakerFormPages(Drafts drafts, FormPage formPage) {
        this.drafts = drafts;
        this.formPage = formPage;
    }

    @GetMapping(PATH + "/new")
    Rendering begin(@PathVariable String programme, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var empty = DeskForm.of(Fields.SPEAKER, Draft.begun(Map.of()));
        return page(its, UUID.randomUUID(), empty, DeskFaults.NONE, visitor);
    }

    @GetMapping(PATH + "/{speaker}")
    Mono<Rendering> edit(
            @PathVariable String programme, @PathVariable String speaker, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(speaker);
        return speaker(drafts, its, id, visitor)
                .map(draft ->
                        page(
                                its,
                                id,
                                DeskForm.of(Fields.SPEAKER, draft),
                                DeskFaults.NONE,
                                visitor));
    }

    /// @throws NoSuchPage if there is none
    static Mono<Draft> speaker(Drafts drafts, UUID programme, UUID id, Visitor visitor) {
        return drafts.speakers(programme, visitor)
                .flatMapIterable(speakers -> speakers)
                .filter(speaker -> speaker.id().equals(id))
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
                                DeskForm.of(Fields.SPEAKER, data),
                                visitor));
    }

    @PostMapping(PATH + "/{speaker}")
    Mono<Rendering> save(
            @PathVariable String programme,
            @PathVariable String speaker,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(speaker);
        return exchange.getFormData()
                .flatMap(data ->
                        save(its, id, DeskForm.of(Fields.SPEAKER, data).begunAlready(), visitor));
    }

    private Mono<Rendering> save(UUID programme, UUID id, DeskForm form, Visitor visitor) {
        return SaveDraft.save(
                        form,
                        speaker(drafts, programme, id, visitor),
                        draft -> drafts.putSpeaker(programme, id, draft, visitor),
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
        var own = desk + "/speakers/" + id;
        return formPage.of(
                form.isBegun()
                        ? new FormPage.Around(
                                "desk.speaker",
                                List.of(),
                                List.of(),
                                desk,
                                own,
                                null,
                                List.of(
                                        new FormPage.Further(
                                                own + "/invitation", "desk.invitation"),
                                        new FormPage.Further(
                                                own + "/removal", "desk.removal.speaker")))
                        : new FormPage.Around(
                                "desk.speaker.new",
                                List.of(),
                                List.of(),
                                desk,
                                desk + "/speakers/new",
                                id,
                                List.of()),
                form,
                faults,
                visitor);
    }
}
