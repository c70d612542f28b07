package org.tinkuy.site.organiser.desk;

import static java.util.Comparator.comparing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.desk.Drafts.FreeSlot;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Times at which a session could take place with nothing against it. Each leads to its form, where
/// it is saved or not.
@Controller
class FreeSlotPages {

    private final Drafts drafts;
    private final ChangeWords words;

    FreeSlotPages(Drafts drafts, ChangeWords words) {
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping(Desk.PATH + "/{programme}/sessions/{session}/free-slots")
    Mono<Rendering> list(
            @PathVariable String programme, @PathVariable String session, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        var id = Desk.id(session);
        return Mono.zip(
                        SessionFormPages.session(drafts, its, id, visitor),
                        drafts.freeSlots(id, visitor))
                .flatMap(both ->
                        always(its, id, both.getT2().against(), visitor)
                                .map(always ->
                                        Desk.page("organiser-desk-free-slots", visitor)
                                                .modelAttribute("own", own(its, id))
                                                .modelAttribute("part", both.getT1())
                                                .modelAttribute(
                                                        "slots", inOrder(both.getT2().slots()))
                                                .modelAttribute("always", always)
                                                .build()));
    }

    private Mono<List<String>> always(
            UUID programme, UUID session, List<String> against, Visitor visitor) {
        return against.isEmpty()
                ? Mono.just(List.of())
                : DeskPage.plan(drafts, programme, visitor)
                        .map(plan -> words.always(against, session, plan, InWords.of(visitor)));
    }

    /// The service tells the nearest day first; a calendar is read from its beginning.
    private static List<FreeSlot> inOrder(List<FreeSlot> slots) {
        return slots.stream()
                .sorted(comparing(FreeSlot::date).thenComparing(FreeSlot::starts))
                .toList();
    }

    private static String own(UUID programme, UUID session) {
        return Desk.path(programme) + "/sessions/" + session;
    }

    /// With the time that was chosen, to be saved or not; what is none is left out.
    static DeskForm typed(DeskForm form, MultiValueMap<String, String> chosen) {
        try {
            var date = LocalDate.parse(String.valueOf(chosen.getFirst("date")));
            var starts = LocalTime.parse(String.valueOf(chosen.getFirst("starts")));
            var ends = chosen.getFirst("ends");
            return form.with("date", date.toString())
                    .with("starts", starts.toString())
                    .with("ends", ends == null ? "" : LocalTime.parse(ends).toString());
        } catch (DateTimeException _) {
            return form;
        }
    }
}
