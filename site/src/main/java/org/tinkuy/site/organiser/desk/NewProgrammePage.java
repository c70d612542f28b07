package org.tinkuy.site.organiser.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.desk.SaveDraft.Outcome;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Five questions with which a programme begins. It is nobody's but its organisers' until it is
/// published.
@Controller
class NewProgrammePage {

    private static final String PATH = Desk.PATH + "/new";
    private static final Draft BEGINNING = Draft.begun(Map.of("admission", "open"));

    private final Drafts drafts;
    private final FormPage formPage;

    NewProgrammePage(Drafts drafts, FormPage formPage) {
        this.drafts = drafts;
        this.formPage = formPage;
    }

    @GetMapping(PATH)
    Rendering ask(Visitor visitor) {
        Desk.requireOwner(visitor);
        var empty =
                DeskForm.of(Fields.BEGINNING, Draft.begun(Map.of()))
                        .with(Fields.LANGUAGE, visitor.language().tag())
                        .with("timeZone", zone(visitor));
        return page(UUID.randomUUID(), empty, DeskFaults.NONE, visitor);
    }

    private static String zone(Visitor visitor) {
        var own = visitor.timeZone();
        return own == null ? "" : own.getId();
    }

    @PostMapping(PATH)
    Mono<Rendering> begin(Visitor visitor, ServerWebExchange exchange) {
        Desk.requireOwner(visitor);
        return exchange.getFormData()
                .flatMap(data -> {
                    var id = Desk.id(data.getFirst("id"));
                    var form = DeskForm.of(Fields.BEGINNING, data).at(Draft.NOT_BEGUN);
                    return SaveDraft.save(
                                    form,
                                    BEGINNING,
                                    drafts.programme(id, visitor),
                                    draft -> drafts.putProgramme(id, inItsLanguage(draft), visitor),
                                    visitor.language())
                            .map(outcome -> answer(id, outcome, visitor));
                });
    }

    /// What was sent twice is there once: the desk shows it.
    private Rendering answer(UUID id, Outcome outcome, Visitor visitor) {
        return switch (outcome) {
            case Outcome.Saved _ -> Desk.seeOther(Desk.path(id) + "?done=begun");
            case Outcome.Again again ->
                    again.faults().status() == HttpStatus.CONFLICT
                            ? Desk.seeOther(Desk.path(id))
                            : page(id, again.form(), again.faults(), visitor);
        };
    }

    private static Draft inItsLanguage(Draft draft) {
        var language = Language.of(draft.text(Fields.LANGUAGE)).orElse(Language.DEFAULT);
        return draft.without(Fields.LANGUAGE).with("title", title(draft.text("title"), language));
    }

    private static @Nullable Map<String, String> title(String words, Language language) {
        return words.isEmpty() ? null : Map.of(language.tag(), words);
    }

    private Rendering page(UUID id, DeskForm form, DeskFaults faults, Visitor visitor) {
        return formPage.of(
                new FormPage.Around(
                        "desk.new", List.of(), List.of(), Desk.PATH, PATH, id, List.of()),
                form,
                faults,
                visitor);
    }
}
