package org.tinkuy.site.programme;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// From one day to another, which may be the same.
public record Dates(LocalDate starts, LocalDate ends) {

    /// As stated, as long as every session that takes place lies within; else as the sessions are:
    /// one that was moved moves what it belongs to.
    ///
    /// @param starts `null`: not stated
    /// @param ends `null`: the day on which it starts
    /// @return `null`: to be announced
    static @Nullable Dates of(
            @Nullable LocalDate starts, @Nullable LocalDate ends, Collection<Session> sessions) {
        var stated =
                starts == null
                        ? null
                        : new Dates(starts, ends == null || ends.isBefore(starts) ? starts : ends);
        var days =
                sessions.stream()
                        .filter(session -> !session.isCancelled())
                        .map(Session::date)
                        .filter(Objects::nonNull)
                        .sorted(naturalOrder())
                        .toList();
        if (days.isEmpty()) {
            return stated;
        }
        var scheduled = new Dates(days.getFirst(), days.getLast());
        return stated != null && stated.contains(scheduled) ? stated : scheduled;
    }

    private boolean contains(Dates other) {
        return !other.starts.isBefore(starts) && !other.ends.isAfter(ends);
    }
}
