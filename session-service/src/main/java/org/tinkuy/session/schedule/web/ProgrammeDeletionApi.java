package org.tinkuy.session.schedule.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.DeleteProgramme;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// The end of what was never published.
@RestController
class ProgrammeDeletionApi {

    private final DeleteProgramme deleteProgramme;

    ProgrammeDeletionApi(DeleteProgramme deleteProgramme) {
        this.deleteProgramme = deleteProgramme;
    }

    @DeleteMapping("/api/programmes/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            @PathVariable UUID id,
            @RequestParam String state,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        if (state.isEmpty()) {
            throw InvalidInput.of("state", "required", "Give a value.");
        }
        return Uncancelled.run(
                deleteProgramme
                        .delete(new ProgrammeId(id), state)
                        .doOnSuccess(_ ->
                                SecurityLog.of(SecurityEvent.PROGRAMME_DELETED)
                                        .by(caller.attendeeId())
                                        .about(id)
                                        .write()));
    }
}
