package org.tinkuy.session.programme.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.BeginProgramme;
import org.tinkuy.session.programme.ChangeProgramme;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class ProgrammeApi {

    private final Programmes programmes;
    private final BeginProgramme beginProgramme;
    private final ChangeProgramme changeProgramme;
    private final InputRules rules;

    ProgrammeApi(
            Programmes programmes,
            BeginProgramme beginProgramme,
            ChangeProgramme changeProgramme,
            InputRules rules) {
        this.programmes = programmes;
        this.beginProgramme = beginProgramme;
        this.changeProgramme = changeProgramme;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft")
    Mono<ProgrammeDraft> draft(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return programmes
                .find(new ProgrammeId(id))
                .map(ProgrammeDraft::of)
                .switchIfEmpty(Mono.error(UnknownProgramme::new));
    }

    @PutMapping("/api/programmes/{id}/draft")
    Mono<ResponseEntity<ProgrammeDraft>> put(
            @PathVariable UUID id,
            @RequestBody ProgrammeDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft, draft.faults());
        return Uncancelled.run(
                        checked.version() == Draft.NOT_BEGUN
                                ? begin(new ProgrammeId(id), checked, caller)
                                : changeProgramme.change(
                                        new ProgrammeId(id),
                                        checked.version(),
                                        checked.profile(),
                                        checked.setting(),
                                        checked.policies()))
                .map(ProgrammeDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    private Mono<Programme> begin(ProgrammeId id, ProgrammeDraft draft, Caller caller) {
        if (!caller.ownsOrganisation()) {
            throw new AccessDeniedException("only the organisation's owner");
        }
        return beginProgramme
                .begin(id, draft.slug(), draft.profile(), draft.setting(), draft.policies())
                .doOnSuccess(_ ->
                        SecurityLog.of(SecurityEvent.PROGRAMME_BEGUN)
                                .by(caller.attendeeId())
                                .about(id.value())
                                .write());
    }
}
