package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.registration.RegistrationCounts;
import org.tinkuy.registration.registration.RegistrationCounts.OfDay;
import org.tinkuy.registration.registration.RegistrationCounts.OfSession;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// How many come, for those who organise the programme.
@RestController
class NumbersApi {

    record Numbers(List<SessionNumbers> sessions, List<DayNumbers> days) {}

    /// @param free `capacity − confirmed − held`; absent, as `capacity`: as many as come
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionNumbers(
            UUID sessionId,
            @Nullable Integer capacity,
            int confirmed,
            int held,
            @Nullable Integer free,
            int pending,
            int waiting,
            int cancelled,
            int lapsed) {

        static SessionNumbers of(OfSession counts) {
            return new SessionNumbers(
                    counts.session().value(),
                    counts.capacity(),
                    counts.confirmed(),
                    counts.held(),
                    counts.free(),
                    counts.pending(),
                    counts.waiting(),
                    counts.cancelled(),
                    counts.lapsed());
        }
    }

    record DayNumbers(LocalDate day, int confirmed, int cancelled) {

        static DayNumbers of(OfDay counts) {
            return new DayNumbers(counts.day(), counts.confirmed(), counts.cancelled());
        }
    }

    private record Asked(ProgrammeId programme, ZoneId clock) {}

    private final RegistrationCounts counts;

    NumbersApi(RegistrationCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/api/registrations/numbers")
    Mono<Numbers> numbers(
            @RequestParam(required = false) @Nullable String programmeId,
            @RequestParam(required = false) @Nullable String timeZone,
            @AuthenticationPrincipal Caller caller) {
        var asked = checked(programmeId, timeZone);
        if (!caller.mayOrganise(asked.programme().value())) {
            return Mono.error(new Forbidden());
        }
        return Mono.zip(
                counts.ofSessions(asked.programme()).map(SessionNumbers::of).collectList(),
                counts.ofDays(asked.programme(), asked.clock()).map(DayNumbers::of).collectList(),
                Numbers::new);
    }

    private static Asked checked(@Nullable String programmeId, @Nullable String timeZone) {
        var fields = new PersonalFields();
        var programme = fields.id("programmeId", programmeId);
        if (programmeId == null) {
            fields.wrong("programmeId", "required", "Of which programme.");
        }
        var clock = fields.timeZone("timeZone", timeZone);
        fields.refuseIfAny();
        return new Asked(
                new ProgrammeId(requireNonNull(programme)), clock == null ? ZoneOffset.UTC : clock);
    }
}
