package org.tinkuy.site.timetable.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.Card;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.timetable.Timetable;
import org.tinkuy.site.timetable.Timetable.Choice;
import org.tinkuy.site.visitor.Embedding;
import org.tinkuy.site.visitor.Visitor;

/// A programme's timetable.
@Controller
class TimetablePages {

    private final TimetableWords words;
    private final Clock clock;

    /// @param value in the address; empty: all
    public record Option(String value, String words, boolean chosen) {}

    /// @param name in the address, and of its words
    public record Filter(String name, List<Option> options) {}

    TimetablePages(TimetableWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/timetables/{slug}")
    Rendering timetable(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return page("timetable", slug, visitor, schedule, exchange);
    }

    /// For other people's pages.
    @GetMapping(Embedding.PATH + "/timetables/{slug}")
    Rendering embedded(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return page("embedded-timetable", slug, visitor, schedule, exchange);
    }

    private Rendering page(
            String view,
            String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        var in = InWords.of(visitor);
        var asked = Asked.of(exchange.getRequest());
        return Rendering.view(view)
                .model(model(programme, schedule.locatedIn(programme), asked, in))
                .modelAttribute("card", card(programme, in))
                .build();
    }

    private Map<String, Object> model(
            Programme programme, List<LocatedSession> sessions, Asked asked, InWords in) {
        var zone = asked.clock(programme.timeZone(), in.ownZone());
        var now = clock.instant();
        var path = path(programme);
        var model = new HashMap<String, Object>();
        model.put("in", in);
        model.put("programme", programme);
        model.put("asked", asked);
        model.put("filters", filters(Choice.of(sessions, zone), asked, in));
        model.put(
                "timetable",
                words.of(
                        Timetable.of(sessions, zone, asked.wanted(), now),
                        in,
                        asked.languageQuery(),
                        now));
        var other = asked.other(path, sessions, programme.timeZone(), in);
        if (other != null) {
            model.put("otherClock", other);
        }
        return model;
    }

    private static String path(Programme programme) {
        return "/timetables/" + programme.slug();
    }

    private Card card(Programme programme, InWords in) {
        var title = Objects.requireNonNull(in.text(programme.title())).text();
        var timetable = words.word("timetable.title", in);
        return new Card(title + " · " + timetable, timetable + " · " + title, "");
    }

    /// Only where there is something to choose.
    private List<Filter> filters(Choice choice, Asked asked, InWords in) {
        var wanted = asked.wanted();
        return List.of(
                        filter(
                                "day",
                                choice.days().stream()
                                        .map(day ->
                                                option(
                                                        day.toString(),
                                                        in.date(day),
                                                        Objects.toString(wanted.day(), null)))
                                        .toList(),
                                in),
                        filter(
                                "region",
                                choice.regions().stream()
                                        .map(one -> option(one.slug(), one.name(), wanted.region()))
                                        .toList(),
                                in),
                        filter(
                                "kind",
                                choice.kinds().stream()
                                        .map(one -> option(one, words.kind(one, in), wanted.kind()))
                                        .toList(),
                                in))
                .stream()
                .filter(filter -> filter.options().size() > 2)
                .toList();
    }

    private Filter filter(String name, List<Option> options, InWords in) {
        var all = new ArrayList<Option>();
        all.add(new Option("", words.word("timetable.all." + name, in), false));
        all.addAll(options);
        return new Filter(name, List.copyOf(all));
    }

    private static Option option(String value, String words, @Nullable String wanted) {
        return new Option(value, words, value.equals(wanted));
    }
}
