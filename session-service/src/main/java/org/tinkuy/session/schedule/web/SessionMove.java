package org.tinkuy.session.schedule.web;

import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Exemption;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionTimes;

/// Where and when a session is to take place. A date or time that is absent is to be announced.
///
/// @param version of the session as the organiser saw it
/// @param timeZone absent: as it was
/// @param place absent: as it was
/// @param override why it is moved although a policy or a conflict speaks against it
record SessionMove(
        @NotNull Long version,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable ZoneId timeZone,
        @Nullable @Size(max = LINE_LENGTH) String place,
        @Nullable @Size(max = Exemption.LONGEST) String override) {

    Session.Move toMove() {
        return new Session.Move(
                new SessionTimes(date, starts, ends),
                timeZone,
                place == null || place.isBlank() ? null : place.strip());
    }

    @Nullable Exemption exemption() {
        return Exemption.of(override);
    }
}
