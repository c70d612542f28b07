package org.tinkuy.site.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.markdown.Description;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Speaker;
import tools.jackson.databind.json.JsonMapper;

/// Sessions as search engines read them: each with a time as an `Event` of schema.org, in JSON-LD.
@Component
public class SchemaOrgEvents {

    private static final String SCHEMA = "https://schema.org/";

    private final FeedEntries names;
    private final JsonMapper json;
    private final URI publicUrl;

    SchemaOrgEvents(FeedEntries names, JsonMapper json, SiteProperties properties) {
        this.names = names;
        this.json = json;
        this.publicUrl = properties.publicUrl();
    }

    /// Of those that have a start; empty where none has.
    public String of(List<LocatedSession> sessions, InWords in) {
        var events = sessions.stream().map(at -> event(at, in)).filter(Objects::nonNull).toList();
        return events.isEmpty() ? "" : written(events);
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
        describe(event, session.description(), in);
        event.put("startDate", local(starts, session.timeZone()));
        if (session.endsAt() != null) {
            event.put("endDate", local(session.endsAt(), session.timeZone()));
        }
        event.put(
                "eventStatus",
                SCHEMA + (session.isCancelled() ? "EventCancelled" : "EventScheduled"));
        event.put("eventAttendanceMode", SCHEMA + attendance(at.mode()));
        var locations = locations(at, page);
        if (!locations.isEmpty()) {
            event.put("location", locations.size() == 1 ? locations.getFirst() : locations);
        }
        event.put("url", page);
        if (!at.programme().organisers().isEmpty()) {
            event.put(
                    "organizer",
                    at.programme().organisers().stream()
                            .map(name -> in.plain(at.programme(), name).text())
                            .map(SchemaOrgEvents::organisation)
                            .toList());
        }
        var performers =
                Stream.concat(at.speakers().stream(), at.moderators().stream())
                        .distinct()
                        .map(speaker -> person(at.programme(), speaker, in))
                        .toList();
        if (!performers.isEmpty()) {
            event.put("performer", performers);
        }
        return event;
    }

    /// Of somebody who agreed to be shown.
    public String of(Programme programme, Speaker speaker, InWords in) {
        var person = person(programme, speaker, in);
        person.put("@context", SCHEMA);
        describe(person, speaker.biography(), in);
        return written(List.of(person));
    }

    private static void describe(
            Map<String, Object> node, @Nullable Map<String, String> markdown, InWords in) {
        var written = in.text(markdown);
        if (written != null) {
            node.put("description", Description.text(written.text()));
        }
    }

    private Map<String, Object> person(Programme programme, Speaker speaker, InWords in) {
        var person = node("Person");
        person.put("name", speaker.name());
        if (speaker.role() != null) {
            person.put("jobTitle", in.plain(programme, speaker.role()).text());
        }
        if (speaker.institution() != null) {
            person.put("affiliation", organisation(speaker.institution()));
        }
        person.put("url", publicUrl.resolve(LocatedSession.path(programme, speaker)));
        return person;
    }

    private String written(List<Map<String, Object>> nodes) {
        return json.writeValueAsString(nodes).replace("<", "\\u003c");
    }

    private static String attendance(@Nullable String mode) {
        return switch (mode) {
            case "online" -> "OnlineEventAttendanceMode";
            case "hybrid" -> "MixedEventAttendanceMode";
            case null, default -> "OfflineEventAttendanceMode";
        };
    }

    /// A place where one is stated, and the page where people take part online as well, or only so.
    ///
    /// @return none while it is to be announced
    private static List<Map<String, Object>> locations(LocatedSession at, URI page) {
        var locations = new ArrayList<Map<String, Object>>();
        var place = at.session().place();
        if (place != null) {
            var there = node("Place");
            there.put("name", place);
            there.put("address", place);
            locations.add(there);
        }
        if ("hybrid".equals(at.mode()) || ("online".equals(at.mode()) && place == null)) {
            var there = node("VirtualLocation");
            there.put("url", page);
            locations.add(there);
        }
        return locations;
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
}
