package org.tinkuy.session.schedule.web;

import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionTimes;

/// Where and when a session is to take place. A date or a time that is absent is to be announced;
/// an online session has no place.
///
/// @param version of the session as the organiser saw it
/// @param timeZone absent: as it was, since every session has one
/// @param place absent, null or blank: it states none, and its programme's holds if there is one
/// @param override why it is moved although rules speak against it
/// @param meant the questions of a refusal to which the answer is yes
record SessionMove(
        @NotNull Long version,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        @Nullable ZoneId timeZone,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String place,
        @Nullable Overrides override,
        @Nullable Set<@NotNull Doubt> meant) {

    SessionMove {
        place = Stated.orNull(place);
    }

    Session.Move toMove() {
        return new Session.Move(new SessionTimes(date, starts, ends), timeZone, place);
    }

    Insistence insistence() {
        return Overrides.insistence(override, meant);
    }
}
