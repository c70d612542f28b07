package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.LargeBody;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.PublishParts;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// The publication of a programme without its sessions, or of one of its events.
@RestController
class PartPublicationApi {

    /// As many answers as a programme has sessions, as with [ProgrammeChangesApi.ChangesSeen].
    ///
    /// @param version of the draft as the organiser saw it
    /// @param override why rules are to be broken, by session
    /// @param meant the questions that are answered with yes, by session
    @LargeBody(megabytes = 8)
    record PartSeen(
            @NotNull Long version,
            @Nullable @Size(max = Bounds.MOST_SESSIONS) Map<UUID, @NotNull Overrides> override,
            @Nullable @Size(max = Bounds.MOST_SESSIONS)
                    Map<UUID, @NotNull Set<@NotNull Doubt>> meant) {

        List<FieldError> faults() {
            return SaidBySession.faults(override);
        }

        Map<SessionId, Insistence> said() {
            return SaidBySession.said(override, meant);
        }
    }

    private final PublishParts publishParts;
    private final InputRules rules;

    PartPublicationApi(PublishParts publishParts, InputRules rules) {
        this.publishParts = publishParts;
        this.rules = rules;
    }

    @PostMapping("/api/programmes/{id}/publication")
    Mono<ProgrammePublished> publish(
            @PathVariable UUID id,
            @RequestBody Mono<PartSeen> seen,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return checked(seen)
                .flatMap(checked ->
                        Uncancelled.run(
                                publishParts.programme(
                                        new ProgrammeId(id),
                                        checked.version(),
                                        checked.said(),
                                        caller.attendeeId())));
    }

    @PostMapping("/api/programmes/{id}/events/{eventId}/publication")
    Mono<ProgrammePublished> publish(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestBody Mono<PartSeen> seen,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return checked(seen)
                .flatMap(checked ->
                        Uncancelled.run(
                                publishParts.event(
                                        new ProgrammeId(id),
                                        new EventId(eventId),
                                        checked.version(),
                                        checked.said(),
                                        caller.attendeeId())));
    }

    private Mono<PartSeen> checked(Mono<PartSeen> seen) {
        return seen.map(body -> rules.check(body, body.faults()));
    }
}
