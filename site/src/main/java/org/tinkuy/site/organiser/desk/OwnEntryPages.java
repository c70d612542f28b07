package org.tinkuy.site.organiser.desk;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.SaveDraft.Outcome;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where the link of an invitation leads: a speaker mends their own entry, and says whether they
/// agree to be shown. Opening it changes nothing.
@Controller
class OwnEntryPages {

    private static final String PATH = "/speakers/invitation/{token}";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final OwnEntries entries;
    private final FormPage formPage;

    OwnEntryPages(OwnEntries entries, FormPage formPage) {
        this.entries = entries;
        this.formPage = formPage;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            Visitor visitor) {
        return read(token)
                .map(entry -> {
                    var page =
                            page(
                                    token,
                                    entry,
                                    DeskForm.of(Fields.OWN_ENTRY, entry),
                                    DeskFaults.NONE,
                                    visitor);
                    return saved == null
                            ? page.build()
                            : page.modelAttribute("saved", true).build();
                })
                .onErrorResume(OwnEntryPages::opensNothing, _ -> Mono.just(over(visitor)));
    }

    @PostMapping(PATH)
    Mono<Rendering> save(@PathVariable String token, Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(data -> DeskForm.of(Fields.OWN_ENTRY, data).begunAlready())
                .flatMap(form ->
                        SaveDraft.save(
                                        form,
                                        read(token),
                                        draft -> entries.answer(answer(token, draft)),
                                        visitor.language())
                                .flatMap(outcome -> answer(token, outcome, visitor)))
                .onErrorResume(OwnEntryPages::opensNothing, _ -> Mono.just(over(visitor)));
    }

    private Mono<Rendering> answer(String token, Outcome outcome, Visitor visitor) {
        return switch (outcome) {
            case Outcome.Saved _ ->
                    Mono.just(Desk.seeOther("/speakers/invitation/" + token + "?saved=yes"));
            case Outcome.Again again ->
                    Mono.just(
                            page(
                                            token,
                                            Draft.begun(Map.of()),
                                            again.form(),
                                            again.faults(),
                                            visitor)
                                    .build());
        };
    }

    private Mono<Draft> read(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new NoSuchPage();
        }
        return entries.look(new OwnEntries.Link(token));
    }

    /// What the entry says of its programme is not sent back.
    private static Draft answer(String token, Draft entry) {
        var agrees = entry.text(Fields.AGREES);
        return entry.without("programme")
                .without("programmeId")
                .with("token", token)
                .with(Fields.AGREES, agrees.isEmpty() ? null : Boolean.valueOf(agrees));
    }

    private static boolean opensNothing(Throwable failure) {
        return failure instanceof ServiceProblem refused && refused.status() == 404;
    }

    private Rendering.Builder<?> page(
            String token, Draft entry, DeskForm form, DeskFaults faults, Visitor visitor) {
        var page =
                formPage.alone("speaker-invitation", form, faults, visitor)
                        .modelAttribute("action", "/speakers/invitation/" + token);
        var programme = InWords.of(visitor).text(entry.texts("programme"));
        return programme == null ? page : page.modelAttribute("of", programme);
    }

    private static Rendering over(Visitor visitor) {
        return Desk.page("speaker-invitation-over", visitor).status(HttpStatus.NOT_FOUND).build();
    }
}
