package org.tinkuy.site.programme.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.page.FeedAnswer;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.web.ChangelogWords.Told;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What became other of a programme, from what to what: as a page and as a feed.
@Controller
class ChangelogPages {

    private static final MediaType ATOM =
            new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Changelogs changelogs;
    private final ChangelogWords words;
    private final ChangelogFeed feed;
    private final URI publicUrl;

    ChangelogPages(
            Changelogs changelogs,
            ChangelogWords words,
            ChangelogFeed feed,
            SiteProperties properties) {
        this.changelogs = changelogs;
        this.words = words;
        this.feed = feed;
        this.publicUrl = properties.publicUrl();
    }

    @GetMapping("/changes/{slug}")
    Mono<Rendering> page(@PathVariable String slug, Visitor visitor, Schedule schedule) {
        var programme = programme(slug, schedule);
        var in = InWords.of(visitor);
        return told(programme, in)
                .map(told ->
                        Rendering.view("changelog")
                                .modelAttribute("in", in)
                                .modelAttribute("programme", programme)
                                .modelAttribute("base", LocatedSession.path(programme))
                                .modelAttribute("entries", told)
                                .modelAttribute("atom", atom(programme, in))
                                .build());
    }

    @GetMapping("/changes/{slug}/feed.atom")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> feed(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var programme = programme(slug, schedule);
        var in = InWords.of(visitor);
        return told(programme, in)
                .map(told ->
                        feed.of(
                                programme,
                                told,
                                publicUrl.resolve(path(programme)),
                                publicUrl.resolve(atom(programme, in)),
                                in))
                .map(text -> FeedAnswer.of(text, ATOM, in.language(), exchange));
    }

    private static Programme programme(String slug, Schedule schedule) {
        return schedule.programme(slug).orElseThrow(NoSuchPage::new);
    }

    private Mono<List<Told>> told(Programme programme, InWords in) {
        return changelogs.of(programme.id()).map(all -> words.of(all, programme, in));
    }

    private static String path(Programme programme) {
        return "/changes/" + programme.slug();
    }

    /// A feed program has no language of its own to ask in.
    private static String atom(Programme programme, InWords in) {
        return path(programme) + "/feed.atom?language=" + in.language().tag();
    }
}
