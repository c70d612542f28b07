package org.tinkuy.session.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One region's or date's part of a programme. Without dates it is to be announced.
///
/// @param version counts its changes
/// @param description in Markdown
/// @param sequence its place in the programme's order, as the organiser numbers it
/// @param timeZone `null`: the programme's
public record Event(
        EventId id,
        String slug,
        long version,
        TextByLanguage title,
        @Nullable String region,
        @Nullable String note,
        @Nullable TextByLanguage description,
        @Nullable Integer sequence,
        @Nullable ZoneId timeZone,
        @Nullable LocalDate announced,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        List<String> facts,
        List<String> topics,
        List<String> participants)
        implements Draft {

    public Event {
        requireOrder(starts, ends);
        facts = List.copyOf(facts);
        topics = List.copyOf(topics);
        participants = List.copyOf(participants);
    }

    static void requireOrder(@Nullable LocalDate starts, @Nullable LocalDate ends) {
        if (starts != null && ends != null && ends.isBefore(starts)) {
            throw new Impossible("ends", "it ends before it starts");
        }
    }

    /// The same on other days.
    public Event on(LocalDate first, @Nullable LocalDate last) {
        return dated(announced, first, last);
    }

    /// The same by another name, some weeks later.
    public Event copied(EventId id, String slug, int weeks) {
        return shiftedBy(weeks).as(id, slug, FIRST_VERSION);
    }

    /// The same as that version of its draft.
    public Event as(long version) {
        return as(id, slug, version);
    }

    private Event as(EventId id, String slug, long version) {
        return new Event(
                id,
                slug,
                version,
                title,
                region,
                note,
                description,
                sequence,
                timeZone,
                announced,
                starts,
                ends,
                facts,
                topics,
                participants);
    }

    Event shiftedBy(int weeks) {
        return dated(
                Programme.shift(announced, weeks),
                Programme.shift(starts, weeks),
                Programme.shift(ends, weeks));
    }

    private Event dated(
            @Nullable LocalDate announced, @Nullable LocalDate starts, @Nullable LocalDate ends) {
        return new Event(
                id,
                slug,
                version,
                title,
                region,
                note,
                description,
                sequence,
                timeZone,
                announced,
                starts,
                ends,
                facts,
                topics,
                participants);
    }
}
