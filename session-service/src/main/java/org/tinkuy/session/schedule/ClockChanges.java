package org.tinkuy.session.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Local times that a change of the clocks leaves out or shows twice. People who read one of them
/// on a page cannot know when to come.
final class ClockChanges {

    private ClockChanges() {}

    /// The times of a session that do not exist.
    static List<Objection> skipped(String field, SessionTimes times, ZoneId zone) {
        return Stream.of(times.localStart(), times.localEnd())
                .flatMap(local -> against(field, local, zone).stream())
                .filter(Objection.Impossible.class::isInstance)
                .toList();
    }

    /// @param field which of a session's times it is
    static List<Objection> against(String field, @Nullable LocalDateTime local, ZoneId zone) {
        if (local == null) {
            return List.of();
        }
        var change = zone.getRules().getTransition(local);
        if (change == null) {
            return List.of();
        }
        if (change.isGap()) {
            return List.of(
                    new Objection.Impossible(
                            field,
                            "skipped-time",
                            "%s does not exist on %s in %s: the clocks go from %s to %s."
                                    .formatted(
                                            local.toLocalTime(),
                                            local.toLocalDate(),
                                            zone.getId(),
                                            change.getDateTimeBefore().toLocalTime(),
                                            change.getDateTimeAfter().toLocalTime())));
        }
        return List.of(
                new Objection.InDoubt(
                        Doubt.TWICE,
                        field,
                        "%s comes twice on %s in %s, since the clocks go back from %s to %s. The"
                                        .formatted(
                                                local.toLocalTime(),
                                                local.toLocalDate(),
                                                zone.getId(),
                                                change.getDateTimeBefore().toLocalTime(),
                                                change.getDateTimeAfter().toLocalTime())
                                + " first of the two would be taken."));
    }
}
