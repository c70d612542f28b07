package org.tinkuy.session.schedule.web;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.schedule.ChangeSessionDraft;
import org.tinkuy.session.schedule.PublishSession;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionPublished;
import org.tinkuy.session.schedule.Sessions;
import org.tinkuy.session.schedule.UnknownSession;
import org.tinkuy.session.schedule.WithdrawSession;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class SessionDraftApi {

    private final Programmes programmes;
    private final Sessions sessions;
    private final ChangeSessionDraft changeSessionDraft;
    private final PublishSession publishSession;
    private final WithdrawSession withdrawSession;
    private final InputRules rules;

    SessionDraftApi(
            Programmes programmes,
            Sessions sessions,
            ChangeSessionDraft changeSessionDraft,
            PublishSession publishSession,
            WithdrawSession withdrawSession,
            InputRules rules) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.changeSessionDraft = changeSessionDraft;
        this.publishSession = publishSession;
        this.withdrawSession = withdrawSession;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/sessions")
    Flux<SessionDraft> drafts(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return programmes
                .find(new ProgrammeId(id))
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMapMany(programme -> sessions.ofProgramme(programme.id()))
                .map(SessionDraft::of);
    }

    @GetMapping("/api/sessions/{id}/draft")
    Mono<SessionDraft> draft(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        if (caller == null) {
            throw new AccessDeniedException("only organisers of the programme");
        }
        return organised(id, caller).map(SessionDraft::of);
    }

    @PutMapping("/api/sessions/{id}/draft")
    Mono<ResponseEntity<SessionDraft>> put(
            @PathVariable UUID id,
            @RequestBody SessionDraft draft,
            @AuthenticationPrincipal Caller caller) {
        var checked = rules.check(draft, draft.faults());
        var plan = checked.toPlan();
        return Uncancelled.run(
                        checked.version() == Draft.NOT_BEGUN
                                ? begin(new SessionId(id), checked.programmeId(), plan, caller)
                                : organised(id, caller)
                                        .flatMap(session ->
                                                changeSessionDraft.change(
                                                        session.id(), checked.version(), plan)))
                .map(SessionDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    private Mono<Session> begin(SessionId id, @Nullable UUID its, SessionPlan plan, Caller caller) {
        var programme = Objects.requireNonNull(its);
        Organisers.require(caller, programme);
        return changeSessionDraft.begin(new ProgrammeId(programme), id, plan);
    }

    @DeleteMapping("/api/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                organised(id, caller)
                        .flatMap(session ->
                                withdrawSession.withdraw(session.id(), caller.attendeeId()))
                        .doOnSuccess(_ ->
                                SecurityLog.of(SecurityEvent.SESSION_CHANGED)
                                        .by(caller.attendeeId())
                                        .about(id)
                                        .what("withdrawn")
                                        .write()));
    }

    @PostMapping("/api/sessions/{id}/unpublication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unpublish(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                organised(id, caller)
                        .flatMap(session ->
                                withdrawSession.unpublish(session.id(), caller.attendeeId()))
                        .filter(was -> was)
                        .doOnNext(_ ->
                                SecurityLog.of(SecurityEvent.SESSION_CHANGED)
                                        .by(caller.attendeeId())
                                        .about(id)
                                        .what("unpublished")
                                        .write())
                        .then());
    }

    @PostMapping("/api/sessions/{id}/publication")
    Mono<SessionPublished> publish(
            @PathVariable UUID id,
            @RequestBody DraftSeen seen,
            @AuthenticationPrincipal Caller caller) {
        var checked = rules.check(seen, Overrides.faults("override", seen.override()));
        return Uncancelled.run(
                organised(id, caller)
                        .flatMap(session ->
                                publishSession.publish(
                                        session.id(),
                                        checked.version(),
                                        checked.insistence(),
                                        caller.attendeeId()))
                        .doOnSuccess(published ->
                                SecurityLog.of(SecurityEvent.SESSION_CHANGED)
                                        .by(caller.attendeeId())
                                        .about(published.id())
                                        .what("published")
                                        .write()));
    }

    private Mono<Session> organised(UUID id, Caller caller) {
        return sessions.find(new SessionId(id))
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .doOnNext(session -> Organisers.require(caller, session.programmeId().value()));
    }
}
