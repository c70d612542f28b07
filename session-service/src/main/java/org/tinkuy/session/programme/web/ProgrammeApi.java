package org.tinkuy.session.programme.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.ChangeProgramme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class ProgrammeApi {

    private final Programmes programmes;
    private final ChangeProgramme changeProgramme;
    private final InputRules rules;

    ProgrammeApi(Programmes programmes, ChangeProgramme changeProgramme, InputRules rules) {
        this.programmes = programmes;
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
    Mono<ProgrammeDraft> change(
            @PathVariable UUID id,
            @RequestBody ProgrammeDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft);
        return Uncancelled.run(
                        changeProgramme.change(
                                new ProgrammeId(id),
                                checked.version(),
                                checked.profile(),
                                checked.setting(),
                                checked.policies()))
                .map(ProgrammeDraft::of);
    }
}
