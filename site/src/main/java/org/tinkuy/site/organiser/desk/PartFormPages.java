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
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where a part of a programme is begun and written.
@Controller
class PartFormPages {

    private final Drafts drafts;
    private final FormPage formPage;

    PartFormPages(Drafts drafts, FormPage formPage) {
        this.drafts = drafts;
        this.formPage = formPage;
    }

    @GetMapping(Part.PATH + "/new")
    Rendering begin(@PathVariable String programme, @PathVariable String parts, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var kind = Part.at(parts);
        var empty = DeskForm.of(kind.form(), Draft.begun(Map.of()));
        return page(kind, its, UUID.randomUUID(), empty, DeskFaults.NONE, visitor);
    }

    @GetMapping(Part.PATH + "/{part}")
    Mono<Rendering> edit(
            @PathVariable String programme,
            @PathVariable String parts,
            @PathVariable String part,
            Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var kind = Part.at(parts);
        var id = Desk.id(part);
        return kind.read(drafts, its, id, visitor)
                .map(draft ->
                        page(
                                kind,
                                its,
                                id,
                                DeskForm.of(kind.form(), draft),
                                DeskFaults.NONE,
                                visitor));
    }

    @PostMapping(Part.PATH + "/new")
    Mono<Rendering> saveNew(
            @PathVariable String programme,
            @PathVariable String parts,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var kind = Part.at(parts);
        return exchange.getFormData()
                .flatMap(data ->
                        save(
                                kind,
                                its,
                                Desk.id(data.getFirst("id")),
                                DeskForm.of(kind.form(), data),
                                visitor));
    }

    @PostMapping(Part.PATH + "/{part}")
    Mono<Rendering> save(
            @PathVariable String programme,
            @PathVariable String parts,
            @PathVariable String part,
            Visitor visitor,
            ServerWebExchange exchange) {
        var its = Desk.programme(programme, visitor);
        var kind = Part.at(parts);
        var id = Desk.id(part);
        return exchange.getFormData()
                .flatMap(data ->
                        save(
                                kind,
                                its,
                                id,
                                DeskForm.of(kind.form(), data).begunAlready(),
                                visitor));
    }

    private Mono<Rendering> save(
            Part kind, UUID programme, UUID id, DeskForm form, Visitor visitor) {
        return SaveDraft.save(
                        form,
                        kind.read(drafts, programme, id, visitor),
                        draft -> drafts.putPart(programme, kind.path(), id, draft, visitor),
                        visitor.language())
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Saved _ ->
                                    Desk.seeOther(Desk.path(programme) + "?done=saved");
                            case Outcome.Again again ->
                                    page(
                                            kind,
                                            programme,
                                            id,
                                            again.form(),
                                            again.faults(),
                                            visitor);
                        });
    }

    private Rendering page(
            Part kind, UUID programme, UUID id, DeskForm form, DeskFaults faults, Visitor visitor) {
        var desk = Desk.path(programme);
        var all = desk + "/" + kind.path();
        var own = all + "/" + id;
        var heading = "desk." + kind.word();
        return formPage.of(
                form.isBegun()
                        ? new FormPage.Around(
                                heading, List.of(), List.of(), desk, own, null, kind.further(own))
                        : new FormPage.Around(
                                heading + ".new",
                                List.of(),
                                List.of(),
                                desk,
                                all + "/new",
                                id,
                                List.of()),
                form,
                faults,
                visitor);
    }
}
