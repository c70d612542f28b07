package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;

/// The time that a session takes.
///
/// @param ends `null`: of a session without an end, no more is known than when it begins
/// @param place `null`: it is online, or where it is is not stated
record Taken(SessionId id, Instant starts, @Nullable Instant ends, @Nullable String place) {

    /// Empty where it takes none, because it has no time yet or does not take place.
    static Optional<Taken> by(Session session, Programme programme) {
        var zone = session.timeZoneIn(programme);
        var starts = session.times().startsAt(zone);
        return starts == null || session.cancellation() != null
                ? Optional.empty()
                : Optional.of(
                        new Taken(
                                session.id(),
                                starts,
                                session.times().endsAt(zone),
                                session.placeIn(programme)));
    }

    boolean overlaps(Taken other) {
        return starts.equals(other.starts) || holds(other.starts) || other.holds(starts);
    }

    private boolean holds(Instant instant) {
        return ends != null && !instant.isBefore(starts) && instant.isBefore(ends);
    }

    Instant last() {
        return ends == null ? starts : ends;
    }

    /// Whether nobody can be at both.
    ///
    /// @param travel from one place to another
    boolean excludes(Taken other, Duration travel) {
        return overlaps(other)
                || (isElsewhere(other) && between(this, other).compareTo(travel) < 0);
    }

    private boolean isElsewhere(Taken other) {
        return place != null && other.place != null && !place.equalsIgnoreCase(other.place);
    }

    private static Duration between(Taken one, Taken other) {
        return one.starts.isBefore(other.starts)
                ? Duration.between(one.last(), other.starts)
                : Duration.between(other.last(), one.starts);
    }
}
