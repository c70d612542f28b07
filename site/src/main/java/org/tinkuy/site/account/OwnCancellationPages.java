package org.tinkuy.site.account;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where a registration is cancelled: the way of the list, and of a mail's link.
@Controller
class OwnCancellationPages {

    /// A mail's link to cancel what is cancelled, over or was never confirmed.
    static final String NOTHING_LEFT = "nothing-to-cancel";

    private static final String PATH = "/registrations/{id}/cancellation";

    private final OwnRegistrations registrations;
    private final Mine mine;

    OwnCancellationPages(OwnRegistrations registrations, Mine mine) {
        this.registrations = registrations;
        this.mine = mine;
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var registration = id(id);
        return mine.of(visitor, schedule)
                .map(all ->
                        all.stream()
                                .filter(own -> own.registration().id().equals(registration))
                                .findFirst()
                                .orElseThrow(NoSuchPage::new))
                .flatMap(own ->
                        own.mayCancel()
                                ? words(own).map(words -> page(own, words, visitor))
                                : Mono.just(
                                        SignInPages.seeOther(
                                                SignInPages.OWN_PAGE + "?done=" + NOTHING_LEFT)));
    }

    private static Rendering page(Own own, String words, Visitor visitor) {
        return Rendering.view("cancellation")
                .header("Cache-Control", "no-store")
                .modelAttribute("in", InWords.of(visitor))
                .modelAttribute("own", own)
                .modelAttribute("words", words)
                .build();
    }

    /// What happens to the place that is given back; a message key.
    private Mono<String> words(Own own) {
        return switch (own.registration().status()) {
            case "waitlisted" -> Mono.just("cancel.waiting");
            case "pending" -> Mono.just(own.isLimited() ? "cancel.pending" : "cancel.unlimited");
            default ->
                    own.isLimited()
                            ? isWaitedFor(own.registration().sessionId())
                                    .map(waited -> waited ? "cancel.limited" : "cancel.unlimited")
                            : Mono.just("cancel.unlimited");
        };
    }

    /// Nothing is promised to anybody while it is not known.
    private Mono<Boolean> isWaitedFor(UUID session) {
        return registrations
                .seats(List.of(session))
                .map(all -> all.stream().anyMatch(seats -> seats.waiting() > 0))
                .onErrorReturn(false);
    }

    @PostMapping(PATH)
    Mono<Rendering> cancel(@PathVariable String id, Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return registrations
                .cancel(id(id), visitor)
                .thenReturn(SignInPages.seeOther(SignInPages.OWN_PAGE + "?done=cancelled"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
    }
}
