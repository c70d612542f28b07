package org.tinkuy.session.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became other of the sessions of a programme since it was published first, for everybody to
/// read: the latest first. What was only written otherwise is not told.
public record Changelog(List<Entry> entries) {

    /// As many publications are looked at.
    static final int MOST = 30;

    /// As many sessions are told of one publication.
    static final int MOST_LINES = 50;

    /// As long are they together; of publications before that nothing is told.
    static final int MOST_CHARACTERS = 500_000;

    /// @param number of the publication
    /// @param more how many further sessions read otherwise since, be it only in their texts;
    ///   `null`: all that became other are told
    public record Entry(long number, Instant at, List<Item> items, @Nullable Integer more) {

        public Entry {
            items = List.copyOf(items);
        }
    }

    /// @param change `added`, `moved`, `cancelled`, `reinstated` (it takes place after all) or
    ///   `removed`
    /// @param title `null`: it is known by its kind and its event
    /// @param before `null`: it was not there
    /// @param after `null`: it is there no more
    /// @param reason why it is cancelled; `null`: none was given
    public record Item(
            UUID sessionId,
            @Nullable UUID eventId,
            String kind,
            @Nullable Map<String, String> title,
            String change,
            @Nullable Where before,
            @Nullable Where after,
            @Nullable Map<String, String> reason) {}

    /// What is absent was to be announced.
    public record Where(
            @Nullable LocalDate date,
            @Nullable String starts,
            @Nullable String ends,
            String timeZone,
            @Nullable String place) {

        static Where of(SessionPublished session) {
            return new Where(
                    session.date(),
                    session.starts(),
                    session.ends(),
                    session.timeZone(),
                    session.place());
        }
    }

    public Changelog {
        entries = List.copyOf(entries);
    }
}
