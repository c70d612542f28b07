package org.tinkuy.site.programme.web;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.calendar.FeedEntries;
import org.tinkuy.site.page.Card;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Summary;
import tools.jackson.databind.json.JsonMapper;

/// What is told of a place where its link is shared, and to search engines: each of its sessions
/// with a time as an `Event` of schema.org.
@Component
class PlaceCards {

    private static final String SCHEMA = "https://schema.org/";

    private final FeedEntries names;
    private final MessageSource messages;
    private final JsonMapper json;
    private final URI publicUrl;

    PlaceCards(
            FeedEntries names, MessageSource messages, JsonMapper json, SiteProperties properties) {
        this.names = names;
        this.messages = messages;
        this.json = json;
        this.publicUrl = properties.publicUrl();
    }

    Card of(Place place, InWords in) {
        var programme = text(place.programme().title(), in);
        var event = place.event();
        var events = place.sessions().stream().map(at -> event(at, in)).toList();
        return new Card(
                event == null ? programme : text(event.title(), in),
                description(place, programme, in),
                data(events.stream().filter(Objects::nonNull).toList()));
    }

    private String description(Place place, String programme, InWords in) {
        var motto = in.text(place.programme().motto());
        var dates = place.summary().dates();
        return Stream.of(
                        place.event() != null ? programme : motto == null ? null : motto.text(),
                        dates == null ? null : in.dates(dates.starts(), dates.ends()),
                        mode(place.summary(), in),
                        place.programme().place())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String mode(Summary summary, InWords in) {
        return summary.mode() == null
                ? null
                : messages.getMessage("mode." + summary.mode(), null, null, in.language().locale());
    }

    private String data(List<Map<String, Object>> events) {
        return events.isEmpty() ? "" : json.writeValueAsString(events).replace("<", "\\u003c");
    }

    /// @return `null` without a start: there is nothing to find in a calendar yet
    private @Nullable Map<String, Object> event(LocatedSession at, InWords in) {
        var session = at.session();
        var starts = session.startsAt();
        if (starts == null) {
            return null;
        }
        var page = publicUrl.resolve(at.path());
        var event = node("Event");
        event.put("@context", SCHEMA);
        event.put("name", names.name(at, in.language()));
        event.put("startDate", local(starts, session.timeZone()));
        if (session.endsAt() != null) {
            event.put("endDate", local(session.endsAt(), session.timeZone()));
        }
        event.put(
                "eventStatus",
                SCHEMA + (session.isCancelled() ? "EventCancelled" : "EventScheduled"));
        event.put("eventAttendanceMode", SCHEMA + attendance(at.mode()));
        var location = location(at, page);
        if (location != null) {
            event.put("location", location);
        }
        event.put("url", page);
        if (!at.programme().organisers().isEmpty()) {
            event.put(
                    "organizer",
                    at.programme().organisers().stream().map(PlaceCards::organisation).toList());
        }
        return event;
    }

    private static String attendance(@Nullable String mode) {
        return switch (mode) {
            case "online" -> "OnlineEventAttendanceMode";
            case "hybrid" -> "MixedEventAttendanceMode";
            case null, default -> "OfflineEventAttendanceMode";
        };
    }

    /// Where a place is stated it is one, also of what is online besides.
    ///
    /// @return `null` while it is to be announced
    private static @Nullable Map<String, Object> location(LocatedSession at, URI page) {
        var place = at.session().place();
        if (place != null) {
            var there = node("Place");
            there.put("name", place);
            there.put("address", place);
            return there;
        }
        if (!"online".equals(at.mode())) {
            return null;
        }
        var there = node("VirtualLocation");
        there.put("url", page);
        return there;
    }

    private static Map<String, Object> organisation(String name) {
        var organisation = node("Organization");
        organisation.put("name", name);
        return organisation;
    }

    /// In one order everywhere, so that every instance writes the same page.
    private static Map<String, Object> node(String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@type", type);
        return node;
    }

    /// ISO 8601 with the offset of the place, as schema.org asks.
    private static String local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }

    private static String text(Map<String, String> title, InWords in) {
        return Objects.requireNonNull(in.text(title)).text();
    }
}
