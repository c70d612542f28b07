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

    /// @param number of the publication
    public record Entry(long number, Instant at, List<Item> items) {

        public Entry {
            items = List.copyOf(items);
        }
    }

    /// @param change `added`, `moved`, `cancelled` or `removed`
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
