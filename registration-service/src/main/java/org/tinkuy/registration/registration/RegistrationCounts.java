package org.tinkuy.registration.registration;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;

/// How many come to a programme.
public interface RegistrationCounts {

    /// @param capacity `null`: as many as come
    /// @param held seats of addresses that nobody has confirmed yet
    /// @param pending those who wait for their code, with a seat held or without
    record OfSession(
            SessionId session,
            @Nullable Integer capacity,
            int confirmed,
            int held,
            int pending,
            int waiting,
            int cancelled,
            int lapsed) {

        /// `null`: as many as come. None while more came than there are seats.
        public @Nullable Integer free() {
            return capacity == null ? null : Math.max(0, capacity - confirmed - held);
        }
    }

    /// @param confirmed seats that were given on that day
    /// @param cancelled those of them, and of former days, that were given back on it
    record OfDay(LocalDate day, int confirmed, int cancelled) {}

    /// Of sessions that somebody asked for.
    Flux<OfSession> ofSessions(ProgrammeId programme);

    /// By the days of a clock, the first one first; without days on which nothing happened. Who
    /// came back after cancelling counts once, on the later day.
    Flux<OfDay> ofDays(ProgrammeId programme, ZoneId clock);
}
