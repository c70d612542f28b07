package org.tinkuy.session.fair.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.fair.StandId;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.ListDrafts;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class StandApi {

    private final Stands stands;
    private final ListDrafts listDrafts;
    private final ChangeDraft changeDraft;
    private final InputRules rules;

    StandApi(Stands stands, ListDrafts listDrafts, ChangeDraft changeDraft, InputRules rules) {
        this.stands = stands;
        this.listDrafts = listDrafts;
        this.changeDraft = changeDraft;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/stands")
    Flux<StandDraft> stands(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return listDrafts.of(new ProgrammeId(id), stands).map(StandDraft::of);
    }

    @PutMapping("/api/programmes/{id}/draft/stands/{standId}")
    Mono<ResponseEntity<StandDraft>> put(
            @PathVariable UUID id,
            @PathVariable UUID standId,
            @RequestBody StandDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft);
        var its = new StandId(standId);
        return Uncancelled.run(
                        changeDraft.put(
                                stands,
                                new ProgrammeId(id),
                                its,
                                checked.version(),
                                _ -> checked.begun(its),
                                checked::changed))
                .map(StandDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    @DeleteMapping("/api/programmes/{id}/draft/stands/{standId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID standId,
            @RequestParam long version,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                changeDraft.remove(stands, new ProgrammeId(id), new StandId(standId), version));
    }
}
