package org.tinkuy.session.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an organisation runs over months. What its source did not state is `null` or empty, and is
/// published as not stated.
///
/// @param slug how people and files name it; unique
/// @param version counts the published states; the sequence of `programme-published`
/// @param shiftedWeeks by how many weeks its dates were moved when it was loaded as a sample
public record Programme(
        ProgrammeId id,
        String slug,
        long version,
        int shiftedWeeks,
        Profile profile,
        Setting setting,
        Policies policies,
        List<Event> events,
        List<Challenge> challenges,
        List<Stand> stands,
        List<FollowUp> followUps) {

    public static final long FIRST_VERSION = 1;

    public Programme {
        events = List.copyOf(events);
        challenges = List.copyOf(challenges);
        stands = List.copyOf(stands);
        followUps = List.copyOf(followUps);
    }

    /// A programme of which no more is known yet.
    public static Programme begin(
            String slug, Profile profile, Setting setting, Policies policies) {
        return new Programme(
                ProgrammeId.next(),
                slug,
                FIRST_VERSION,
                0,
                profile,
                setting,
                policies,
                List.of(),
                List.of(),
                List.of(),
                List.of());
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
                events.stream().map(event -> event.shiftedBy(weeks)).toList(),
                challenges,
                stands,
                followUps);
    }

    static @Nullable LocalDate shift(@Nullable LocalDate date, int weeks) {
        return date == null ? null : date.plusWeeks(weeks);
    }
}
