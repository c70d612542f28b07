package org.tinkuy.session.schedule.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.UnpublishProgramme;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// Takes what nobody registered for off the public pages again.
@RestController
class UnpublicationApi {

    private final UnpublishProgramme unpublishProgramme;

    UnpublicationApi(UnpublishProgramme unpublishProgramme) {
        this.unpublishProgramme = unpublishProgramme;
    }

    @PostMapping("/api/programmes/{id}/unpublication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unpublish(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return told(
                id, caller, unpublishProgramme.unpublish(new ProgrammeId(id), caller.attendeeId()));
    }

    @PostMapping("/api/programmes/{id}/events/{eventId}/unpublication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unpublish(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return told(
                eventId,
                caller,
                unpublishProgramme.unpublish(
                        new ProgrammeId(id), new EventId(eventId), caller.attendeeId()));
    }

    /// Of what was published; again changes nothing.
    private static Mono<Void> told(UUID about, Caller caller, Mono<Boolean> unpublished) {
        return Uncancelled.run(
                unpublished
                        .filter(was -> was)
                        .doOnNext(_ ->
                                SecurityLog.of(SecurityEvent.PROGRAMME_PUBLISHED)
                                        .by(caller.attendeeId())
                                        .about(about)
                                        .what("unpublished")
                                        .write())
                        .then());
    }
}
