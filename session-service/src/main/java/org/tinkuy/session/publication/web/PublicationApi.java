package org.tinkuy.session.publication.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishEvent;
import org.tinkuy.session.publication.PublishProgramme;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class PublicationApi {

    /// @param version of the draft as the organiser saw it
    record Seen(@NotNull Long version) {}

    private final PublishProgramme publishProgramme;
    private final PublishEvent publishEvent;
    private final InputRules rules;

    PublicationApi(PublishProgramme publishProgramme, PublishEvent publishEvent, InputRules rules) {
        this.publishProgramme = publishProgramme;
        this.publishEvent = publishEvent;
        this.rules = rules;
    }

    @PostMapping("/api/programmes/{id}/publication")
    Mono<ProgrammePublished> publish(
            @PathVariable UUID id, @RequestBody Seen seen, @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                publishProgramme.publish(
                        new ProgrammeId(id), rules.check(seen).version(), caller.attendeeId()));
    }

    @PostMapping("/api/programmes/{id}/events/{eventId}/publication")
    Mono<ProgrammePublished> publish(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestBody Seen seen,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                publishEvent.publish(
                        new ProgrammeId(id),
                        new EventId(eventId),
                        rules.check(seen).version(),
                        caller.attendeeId()));
    }
}
