package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.LargeBody;
import org.tinkuy.problems.NotFound;
import org.tinkuy.problems.Seen;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.publication.Publication;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.PlanPublication;
import org.tinkuy.session.schedule.PlannedPublication;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// The publication of all drafts at a stated time.
@RestController
class PlannedPublicationApi {

    /// As [ProgrammeChangesApi.ChangesSeen], with when.
    @LargeBody(megabytes = 8)
    record WantedPublication(
            @NotNull Instant at,
            @Seen @Size(max = 100) String state,
            @Nullable @Size(max = Bounds.MOST_SESSIONS) Map<UUID, @NotNull Overrides> override,
            @Nullable @Size(max = Bounds.MOST_SESSIONS)
                    Map<UUID, @NotNull Set<@NotNull Doubt>> meant,
            @Nullable @CodePointLength(max = Publication.LONGEST_NOTE) String note) {

        WantedPublication {
            note = Stated.orNull(note);
        }

        List<FieldError> faults() {
            return seen().faults();
        }

        private ProgrammeChangesApi.ChangesSeen seen() {
            return new ProgrammeChangesApi.ChangesSeen(state, override, meant, note);
        }
    }

    /// @param by the id of the attendee who is the organiser
    /// @param outdated something was changed since: nothing will be published
    /// @param refused absent: its time has not come
    record Planned(
            Instant at,
            UUID by,
            Instant askedAt,
            @Nullable String note,
            boolean outdated,
            @Nullable Refused refused) {

        /// @param problem the name of what spoke against it
        record Refused(Instant at, String problem) {}

        static Planned of(PlanPublication.Plan plan) {
            var planned = plan.planned();
            return new Planned(
                    planned.at(),
                    planned.by(),
                    planned.askedAt(),
                    planned.note(),
                    plan.outdated(),
                    refused(planned.refused()));
        }

        private static @Nullable Refused refused(PlannedPublication.@Nullable Refused refused) {
            return refused == null ? null : new Refused(refused.at(), refused.name());
        }
    }

    private final PlanPublication planPublication;
    private final InputRules rules;

    PlannedPublicationApi(PlanPublication planPublication, InputRules rules) {
        this.planPublication = planPublication;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/publication/plan")
    Mono<Planned> planned(@PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return planPublication
                .of(new ProgrammeId(id))
                .map(Planned::of)
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    @PutMapping("/api/programmes/{id}/draft/publication/plan")
    Mono<Planned> plan(
            @PathVariable UUID id,
            @RequestBody Mono<WantedPublication> wanted,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return wanted.map(body -> rules.check(body, body.faults()))
                .flatMap(checked ->
                        Uncancelled.run(
                                planPublication.plan(
                                        new ProgrammeId(id),
                                        checked.at(),
                                        checked.state(),
                                        checked.seen().said(),
                                        checked.note(),
                                        caller.attendeeId())))
                .map(Planned::of);
    }

    @DeleteMapping("/api/programmes/{id}/draft/publication/plan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> callOff(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(planPublication.callOff(new ProgrammeId(id)));
    }
}
