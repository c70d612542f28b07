package org.tinkuy.session.schedule.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.ScheduleChange;

/// @param by the id of the attendee who is the organiser
/// @param override the reason against a policy or a conflict
record ScheduleChangeView(
        long version,
        Instant at,
        UUID by,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable String timeZone,
        @Nullable String place,
        boolean cancelled,
        @Nullable String override) {

    static ScheduleChangeView of(ScheduleChange change) {
        var zone = change.timeZone();
        var exemption = change.exemption();
        return new ScheduleChangeView(
                change.version(),
                change.at(),
                change.by(),
                change.times().date(),
                change.times().starts(),
                change.times().ends(),
                zone == null ? null : zone.getId(),
                change.place(),
                change.cancelled(),
                exemption == null ? null : exemption.reason());
    }
}
