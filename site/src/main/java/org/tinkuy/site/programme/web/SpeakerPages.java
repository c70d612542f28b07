package org.tinkuy.site.programme.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;

/// A page for each speaker who agreed to be shown.
@Controller
class SpeakerPages {

    private final PlaceCards cards;

    SpeakerPages(PlaceCards cards) {
        this.cards = cards;
    }

    @GetMapping("/programmes/{slug}/speakers/{speaker}")
    Rendering speaker(
            @PathVariable String slug,
            @PathVariable String speaker,
            Visitor visitor,
            Schedule schedule) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        var shown = programme.speaker(speaker).orElseThrow(NoSuchPage::new);
        var in = InWords.of(visitor);
        return Rendering.view("speaker")
                .modelAttribute("in", in)
                .modelAttribute("programme", programme)
                .modelAttribute("speaker", shown)
                .modelAttribute(
                        "sessions",
                        schedule.locatedIn(programme).stream()
                                .filter(at ->
                                        at.speakers().contains(shown)
                                                || at.moderators().contains(shown))
                                .toList())
                .modelAttribute("card", cards.of(programme, shown, in))
                .build();
    }
}
