package org.tinkuy.site.organiser.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.SaveDraft.Outcome;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where what a programme itself says is written.
@Controller
class ProgrammeFormPage {

    private static final String PATH = Desk.PATH + "/{programme}/programme";

    private final Drafts drafts;
    private final FormPage formPage;

    ProgrammeFormPage(Drafts drafts, FormPage formPage) {
        this.drafts = drafts;
        this.formPage = formPage;
    }

    @GetMapping(PATH)
    Mono<Rendering> edit(@PathVariable String programme, Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return drafts.programme(id, visitor)
                .map(draft ->
                        page(id, DeskForm.of(Fields.PROGRAMME, draft), DeskFaults.NONE, visitor));
    }

    @PostMapping(PATH)
    Mono<Rendering> save(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var id = Desk.programme(programme, visitor);
        return exchange.getFormData()
                .map(data -> DeskForm.of(Fields.PROGRAMME, data).begunAlready())
                .flatMap(form ->
                        SaveDraft.save(
                                form,
                                drafts.programme(id, visitor),
                                draft -> drafts.putProgramme(id, draft, visitor),
                                visitor.language()))
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Saved _ -> Desk.seeOther(Desk.path(id) + "?done=saved");
                            case Outcome.Again again ->
                                    page(id, again.form(), again.faults(), visitor);
                        });
    }

    private Rendering page(UUID id, DeskForm form, DeskFaults faults, Visitor visitor) {
        var desk = Desk.path(id);
        return formPage.of(
                new FormPage.Around(
                        "desk.programme",
                        List.of(),
                        List.of(),
                        desk,
                        desk + "/programme",
                        null,
                        List.of()),
                form,
                faults,
                visitor);
    }
}
