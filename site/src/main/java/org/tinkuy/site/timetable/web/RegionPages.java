package org.tinkuy.site.timetable.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.calendar.SchemaOrgEvents;
import org.tinkuy.site.page.Card;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.Summary;
import org.tinkuy.site.timetable.Region;
import org.tinkuy.site.timetable.Timetable;
import org.tinkuy.site.timetable.Timetable.Wanted;
import org.tinkuy.site.visitor.Visitor;

/// All that happens in a region, whatever the programme.
@Controller
class RegionPages {

    /// @param path of its page
    public record ListedEvent(Programme programme, Event event, Summary summary, String path) {}

    private final TimetableWords words;
    private final SchemaOrgEvents searched;
    private final Clock clock;

    RegionPages(TimetableWords words, SchemaOrgEvents searched, Clock clock) {
        this.words = words;
        this.searched = searched;
        this.clock = clock;
    }

    @GetMapping("/regions")
    Rendering all(Visitor visitor, Schedule schedule) {
        return Rendering.view("regions")
                .modelAttribute("in", InWords.of(visitor))
                .modelAttribute("regions", Region.of(schedule.programmes(clock.instant()).stream()))
                .build();
    }

    @GetMapping("/regions/{slug}")
    Rendering region(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var now = clock.instant();
        var programmes = schedule.programmes(now);
        var region =
                Region.of(programmes.stream()).stream()
                        .filter(known -> known.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(NoSuchPage::new);
        var asked = Asked.of(exchange.getRequest());
        return Rendering.view("region")
                .model(
                        model(
                                region,
                                events(region, programmes, schedule, now),
                                sessions(region, programmes, schedule),
                                asked,
                                InWords.of(visitor),
                                now))
                .build();
    }

    private Map<String, Object> model(
            Region region,
            List<ListedEvent> events,
            List<LocatedSession> sessions,
            Asked asked,
            InWords in,
            Instant now) {
        var theirs = events.getFirst().programme().timeZone();
        var zone = asked.clock(theirs, in.ownZone());
        var timetable = Timetable.of(sessions, zone, Wanted.ALL, now);
        var model = new HashMap<String, Object>();
        model.put("in", in);
        model.put("region", region);
        model.put("events", events);
        model.put("timetable", words.of(timetable, in, "", now));
        model.put("card", card(region, sessions, in, now));
        var other = asked.other(region.path(), sessions, theirs, in);
        if (other != null) {
            model.put("otherClock", other);
        }
        return model;
    }

    /// Those of the programme with the next session first.
    private static List<ListedEvent> events(
            Region region, List<Programme> programmes, Schedule schedule, Instant now) {
        return programmes.stream()
                .flatMap(programme ->
                        programme.events().stream()
                                .filter(event -> isIn(region, event))
                                .map(event ->
                                        new ListedEvent(
                                                programme,
                                                event,
                                                schedule.summary(programme, event, now),
                                                LocatedSession.path(programme, event))))
                .toList();
    }

    private static List<LocatedSession> sessions(
            Region region, List<Programme> programmes, Schedule schedule) {
        return programmes.stream()
                .flatMap(programme -> schedule.locatedIn(programme).stream())
                .filter(at -> isIn(region, at.event()))
                .sorted(LocatedSession.BY_BEGINNING)
                .toList();
    }

    private static boolean isIn(Region region, @Nullable Event event) {
        return event != null
                && Region.of(event).filter(its -> its.slug().equals(region.slug())).isPresent();
    }

    private Card card(Region region, List<LocatedSession> sessions, InWords in, Instant now) {
        return new Card(
                region.name(),
                words.word("region.lead", in),
                searched.of(
                        sessions.stream().filter(at -> !at.session().isOver(now)).toList(), in));
    }
}
