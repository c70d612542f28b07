package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.CopyDrafts;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.Sessions;
import org.tinkuy.session.schedule.UnknownSession;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// Programmes, events and sessions begun as others are, on other days.
@RestController
class CopyApi {

    /// @param id that the client makes
    /// @param from the day on which it begins
    record WantedCopy(@NotNull UUID id, @NotNull LocalDate from) {}

    record Copy(UUID id) {}

    private final CopyDrafts copyDrafts;
    private final Sessions sessions;
    private final InputRules rules;

    CopyApi(CopyDrafts copyDrafts, Sessions sessions, InputRules rules) {
        this.copyDrafts = copyDrafts;
        this.sessions = sessions;
        this.rules = rules;
    }

    @PostMapping("/api/programmes/{id}/draft/copies")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Copy>> programme(
            @PathVariable UUID id,
            @RequestBody WantedCopy wanted,
            @AuthenticationPrincipal Caller caller) {
        if (!caller.ownsOrganisation()) {
            throw new AccessDeniedException("only the organisation's owner");
        }
        var copy = rules.check(wanted);
        return Uncancelled.run(
                        copyDrafts
                                .programme(
                                        new ProgrammeId(id),
                                        new ProgrammeId(copy.id()),
                                        copy.from())
                                .doOnSuccess(_ ->
                                        SecurityLog.of(SecurityEvent.PROGRAMME_BEGUN)
                                                .by(caller.attendeeId())
                                                .about(copy.id())
                                                .write()))
                .then(made("/api/programmes/" + copy.id() + "/draft", copy.id()));
    }

    @PostMapping("/api/programmes/{id}/draft/events/{eventId}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Copy>> event(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestBody WantedCopy wanted,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var copy = rules.check(wanted);
        return Uncancelled.run(
                        copyDrafts.event(
                                new ProgrammeId(id),
                                new EventId(eventId),
                                new EventId(copy.id()),
                                copy.from()))
                .then(made("/api/programmes/" + id + "/draft/events", copy.id()));
    }

    @PostMapping("/api/sessions/{id}/draft/copies")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Copy>> session(
            @PathVariable UUID id,
            @RequestBody WantedCopy wanted,
            @AuthenticationPrincipal Caller caller) {
        var copy = rules.check(wanted);
        return Uncancelled.run(
                        sessions.find(new SessionId(id))
                                .switchIfEmpty(Mono.error(UnknownSession::new))
                                .doOnNext(session ->
                                        Organisers.require(caller, session.programmeId().value()))
                                .flatMap(session ->
                                        copyDrafts.session(
                                                session.id(),
                                                new SessionId(copy.id()),
                                                copy.from())))
                .then(made("/api/sessions/" + copy.id() + "/draft", copy.id()));
    }

    private static Mono<ResponseEntity<Copy>> made(String where, UUID id) {
        return Mono.just(ResponseEntity.created(URI.create(where)).body(new Copy(id)));
    }
}
