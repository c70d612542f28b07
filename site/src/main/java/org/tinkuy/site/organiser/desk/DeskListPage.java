package org.tinkuy.site.organiser.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.desk.Drafts.Organised;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// The programmes that somebody organises, those among them that nobody else sees yet.
@Controller
class DeskListPage {

    private final Drafts drafts;

    DeskListPage(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(Desk.PATH)
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String done, Visitor visitor) {
        var caller = Desk.caller(visitor);
        return drafts.organised(visitor)
                .map(programmes ->
                        Desk.page("organiser-desk-list", visitor)
                                .modelAttribute("programmes", of(programmes, false))
                                .modelAttribute("archived", of(programmes, true))
                                .modelAttribute("deleted", "deleted".equals(done))
                                .modelAttribute("owner", caller.ownsOrganisation())
                                .build());
    }

    private static List<Organised> of(List<Organised> programmes, boolean archived) {
        return programmes.stream().filter(one -> one.isArchived() == archived).toList();
    }
}
