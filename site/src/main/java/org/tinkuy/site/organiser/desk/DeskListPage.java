package org.tinkuy.site.organiser.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
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
    Mono<Rendering> list(Visitor visitor) {
        var caller = Desk.caller(visitor);
        return drafts.organised(visitor)
                .map(programmes ->
                        Desk.page("organiser-desk-list", visitor)
                                .modelAttribute("programmes", programmes)
                                .modelAttribute("owner", caller.ownsOrganisation())
                                .build());
    }
}
