package org.tinkuy.session.publication.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.ArchiveProgramme;
import org.tinkuy.session.publication.ArchiveProgramme.Ending;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// What can become of a programme in the end, and its way into the archive and out of it.
@RestController
class ArchiveApi {

    private static final String PATH = "/api/programmes/{id}/archive";

    private final ArchiveProgramme archiveProgramme;

    ArchiveApi(ArchiveProgramme archiveProgramme) {
        this.archiveProgramme = archiveProgramme;
    }

    @GetMapping(PATH)
    Mono<Ending> ending(@PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return archiveProgramme.ending(new ProgrammeId(id));
    }

    @PutMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> add(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return told("archived", id, caller, archiveProgramme.add(new ProgrammeId(id)));
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return told("unarchived", id, caller, archiveProgramme.remove(new ProgrammeId(id)));
    }

    /// Of what changed; again changes nothing.
    private static Mono<Void> told(String what, UUID id, Caller caller, Mono<Boolean> changed) {
        return Uncancelled.run(
                changed.filter(was -> was)
                        .doOnNext(_ ->
                                SecurityLog.of(SecurityEvent.PROGRAMME_ARCHIVED)
                                        .by(caller.attendeeId())
                                        .about(id)
                                        .what(what)
                                        .write())
                        .then());
    }
}
