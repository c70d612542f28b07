package org.tinkuy.session.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an organisation runs over months, with its events. What its source did not state is `null`
/// or empty, and is published as not stated.
///
/// @param slug how people and files name it; unique
/// @param version counts its own changes; each of its events counts its own
/// @param shiftedWeeks by how many weeks its dates were moved when it was loaded as a sample
public record Programme(
        ProgrammeId id,
        String slug,
        long version,
        int shiftedWeeks,
        Profile profile,
        Setting setting,
        Policies policies,
        List<Event> events)
        implements Draft {

    public Programme {
        events = List.copyOf(events);
    }

    /// A programme of which no more is known yet.
    public static Programme begin(
            String slug, Profile profile, Setting setting, Policies policies) {
        return new Programme(
                ProgrammeId.next(), slug, FIRST_VERSION, 0, profile, setting, policies, List.of());
    }

    /// Its own statements anew; its events stay.
    public Programme stating(Profile profile, Setting setting, Policies policies) {
        return new Programme(
                id, slug, version + 1, shiftedWeeks, profile, setting, policies, events);
    }

    /// With the event where one of its id stood, or else as the last one.
    public Programme with(Event event) {
        var others = new ArrayList<>(events);
        others.replaceAll(other -> other.id().equals(event.id()) ? event : other);
        if (event(event.id()).isEmpty()) {
            others.add(event);
        }
        return new Programme(id, slug, version, shiftedWeeks, profile, setting, policies, others);
    }

    public Programme without(EventId event) {
        return new Programme(
                id,
                slug,
                version,
                shiftedWeeks,
                profile,
                setting,
                policies,
                events.stream().filter(one -> !one.id().equals(event)).toList());
    }

    public Optional<Event> event(EventId event) {
        return events.stream().filter(candidate -> candidate.id().equals(event)).findFirst();
    }

    /// Sessions and events live in the zone nearest to them.
    public ZoneId zoneOf(@Nullable EventId event) {
        return Optional.ofNullable(event)
                .flatMap(this::event)
                .map(Event::timeZone)
                .orElse(setting.timeZone());
    }

    /// The days on which something happens. The day of an announcement is none of them.
    public Stream<LocalDate> days() {
        return Stream.concat(
                        Stream.of(setting.starts(), setting.ends()),
                        events.stream().flatMap(event -> Stream.of(event.starts(), event.ends())))
                .filter(Objects::nonNull);
    }

    /// Moves every date, and nothing that is coarser than a week: a month or a year stays as
    /// stated.
    public Programme shiftedBy(int weeks) {
        return new Programme(
                id,
                slug,
                version,
                shiftedWeeks + weeks,
                profile,
                setting.shiftedBy(weeks),
                policies,
                events.stream().map(event -> event.shiftedBy(weeks)).toList());
    }

    static @Nullable LocalDate shift(@Nullable LocalDate date, int weeks) {
        return date == null ? null : date.plusWeeks(weeks);
    }
}
