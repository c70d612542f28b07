package org.tinkuy.session.schedule.web;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.ChangeSession;
import org.tinkuy.session.schedule.FindSessions;
import org.tinkuy.session.schedule.LimitSeats;
import org.tinkuy.session.schedule.ReinstateSession;
import org.tinkuy.session.schedule.ScheduleChanges;
import org.tinkuy.session.schedule.ScheduleSession;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPublished;
import org.tinkuy.session.web.PublicAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class SessionApi {

    private final FindSessions findSessions;
    private final ScheduleSession scheduleSession;
    private final ChangeSession changeSession;
    private final ReinstateSession reinstateSession;
    private final ScheduleChanges changes;
    private final LimitSeats limitSeats;
    private final InputRules rules;
    private final PublicAnswers answers;

    SessionApi(
            FindSessions findSessions,
            ScheduleSession scheduleSession,
            ChangeSession changeSession,
            ReinstateSession reinstateSession,
            ScheduleChanges changes,
            LimitSeats limitSeats,
            InputRules rules,
            PublicAnswers answers) {
        this.findSessions = findSessions;
        this.scheduleSession = scheduleSession;
        this.changeSession = changeSession;
        this.reinstateSession = reinstateSession;
        this.changes = changes;
        this.limitSeats = limitSeats;
        this.rules = rules;
        this.answers = answers;
    }

    @GetMapping(path = "/api/sessions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> session(@PathVariable UUID id) {
        return answers.of("session " + id, findSessions.byId(new SessionId(id)));
    }

    @GetMapping(path = "/api/programmes/{id}/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> sessions(@PathVariable("id") String idOrSlug) {
        return answers.of(
                "sessions of " + idOrSlug, findSessions.ofProgramme(idOrSlug).collectList());
    }

    @PostMapping("/api/programmes/{id}/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<SessionPublished>> schedule(
            @PathVariable UUID id,
            @RequestBody NewSession session,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(session, Overrides.faults("override", session.override()));
        return Uncancelled.run(
                        scheduleSession
                                .schedule(
                                        new ProgrammeId(id),
                                        checked.toPlan(),
                                        checked.insistence(),
                                        caller.attendeeId())
                                .doOnSuccess(
                                        published -> tell("scheduled", published.id(), caller)))
                .map(scheduled ->
                        ResponseEntity.created(URI.create("/api/sessions/" + scheduled.id()))
                                .body(scheduled));
    }

    @PutMapping("/api/sessions/{id}/schedule")
    Mono<SessionPublished> move(
            @PathVariable UUID id,
            @RequestBody SessionMove move,
            @AuthenticationPrincipal Caller caller) {
        var checked = rules.check(move, Overrides.faults("override", move.override()));
        return Uncancelled.run(
                requireOrganiserOf(id, caller)
                        .then(
                                Mono.defer(() ->
                                        changeSession.move(
                                                new SessionId(id),
                                                checked.version(),
                                                checked.toMove(),
                                                checked.insistence(),
                                                caller.attendeeId())))
                        .doOnSuccess(_ -> tell("moved", id, caller)));
    }

    @PostMapping("/api/sessions/{id}/cancellation")
    Mono<SessionPublished> cancel(
            @PathVariable UUID id,
            @RequestBody SessionCancellation cancellation,
            @AuthenticationPrincipal Caller caller) {
        var checked = rules.check(cancellation);
        return Uncancelled.run(
                requireOrganiserOf(id, caller)
                        .then(
                                Mono.defer(() ->
                                        changeSession.cancel(
                                                new SessionId(id),
                                                checked.toReason(),
                                                caller.attendeeId())))
                        .doOnSuccess(_ -> tell("cancelled", id, caller)));
    }

    @DeleteMapping("/api/sessions/{id}/cancellation")
    Mono<SessionDraft> reinstate(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                requireOrganiserOf(id, caller)
                        .then(Mono.defer(() -> reinstateSession.reinstate(new SessionId(id))))
                        .map(SessionDraft::of));
    }

    @GetMapping("/api/sessions/{id}/changes")
    Mono<ScheduleChangePage> changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @AuthenticationPrincipal @Nullable Caller caller) {
        if (caller == null) {
            throw new AccessDeniedException("only organisers of the programme");
        }
        var wanted = ChangesWanted.of(after, limit);
        return requireOrganiserOf(id, caller)
                .then(
                        Mono.defer(() ->
                                changes.of(new SessionId(id), wanted.after(), wanted.limit())
                                        .collectList()))
                .map(page -> ScheduleChangePage.of(page, wanted.limit()));
    }

    @PutMapping("/api/sessions/{id}/capacity")
    Mono<SessionPublished> limitSeats(
            @PathVariable UUID id,
            @RequestBody SeatLimit limit,
            @AuthenticationPrincipal Caller caller) {
        var checked = rules.check(limit);
        return Uncancelled.run(
                requireOrganiserOf(id, caller)
                        .then(
                                Mono.defer(() ->
                                        limitSeats.limit(
                                                new SessionId(id),
                                                checked.toCapacity(),
                                                caller.attendeeId())))
                        .doOnSuccess(published -> tellOfSeats(published, caller)));
    }

    private static void tell(String what, UUID session, Caller caller) {
        SecurityLog.of(SecurityEvent.SESSION_CHANGED)
                .by(caller.attendeeId())
                .about(session)
                .what(what)
                .write();
    }

    private static void tellOfSeats(SessionPublished published, Caller caller) {
        var line =
                SecurityLog.of(SecurityEvent.SEATS_CHANGED)
                        .by(caller.attendeeId())
                        .about(published.id());
        var capacity = published.capacity();
        (capacity == null ? line.what("unlimited") : line.count(capacity)).write();
    }

    private Mono<Void> requireOrganiserOf(UUID session, Caller caller) {
        return findSessions
                .byId(new SessionId(session))
                .doOnNext(found -> Organisers.require(caller, found.programmeId()))
                .then();
    }
}
