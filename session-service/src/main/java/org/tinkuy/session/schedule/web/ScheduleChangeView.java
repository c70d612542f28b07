package org.tinkuy.session.schedule.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Exemption;
import org.tinkuy.session.schedule.ScheduleChange;
import org.tinkuy.session.schedule.SchedulingRule;
import org.tinkuy.session.schedule.Whereabouts;

/// Date, times, zone and place are those after the change.
///
/// @param by the id of the attendee who is the organiser
/// @param from those before the change; absent: not known
/// @param override the reasons against rules, as one text
/// @param overrides the same by rule; absent: not known by rule
record ScheduleChangeView(
        long version,
        Instant at,
        UUID by,
        @Nullable From from,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable String timeZone,
        @Nullable String place,
        boolean cancelled,
        @Nullable String override,
        @Nullable Map<String, String> overrides) {

    record From(
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            @Nullable String timeZone,
            @Nullable String place) {

        static @Nullable From of(@Nullable Whereabouts before) {
            return before == null
                    ? null
                    : new From(
                            before.times().date(),
                            before.times().starts(),
                            before.times().ends(),
                            zone(before),
                            before.place());
        }
    }

    static ScheduleChangeView of(ScheduleChange change) {
        var to = change.to();
        return new ScheduleChangeView(
                change.version(),
                change.at(),
                change.by(),
                From.of(change.from()),
                to.times().date(),
                to.times().starts(),
                to.times().ends(),
                zone(to),
                to.place(),
                change.cancelled(),
                override(change),
                change.reasons().isEmpty() ? null : byRule(change.reasons()));
    }

    private static @Nullable String zone(Whereabouts whereabouts) {
        var zone = whereabouts.timeZone();
        return zone == null ? null : zone.getId();
    }

    private static @Nullable String override(ScheduleChange change) {
        var former = change.formerReason();
        if (former != null) {
            return former.reason();
        }
        return change.reasons().isEmpty()
                ? null
                : String.join("\n", new TreeMap<>(byRule(change.reasons())).values());
    }

    private static Map<String, String> byRule(Map<SchedulingRule, Exemption> reasons) {
        return reasons.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                reason -> reason.getKey().word(),
                                reason -> reason.getValue().reason()));
    }
}
