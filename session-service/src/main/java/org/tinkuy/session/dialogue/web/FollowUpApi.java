package org.tinkuy.session.dialogue.web;

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
import org.tinkuy.session.dialogue.FollowUpId;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.ListDrafts;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class FollowUpApi {

    private final FollowUps followUps;
    private final ListDrafts listDrafts;
    private final ChangeDraft changeDraft;
    private final InputRules rules;

    FollowUpApi(
            FollowUps followUps, ListDrafts listDrafts, ChangeDraft changeDraft, InputRules rules) {
        this.followUps = followUps;
        this.listDrafts = listDrafts;
        this.changeDraft = changeDraft;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/follow-ups")
    Flux<FollowUpDraft> followUps(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return listDrafts.of(new ProgrammeId(id), followUps).map(FollowUpDraft::of);
    }

    @PutMapping("/api/programmes/{id}/draft/follow-ups/{followUpId}")
    Mono<ResponseEntity<FollowUpDraft>> put(
            @PathVariable UUID id,
            @PathVariable UUID followUpId,
            @RequestBody FollowUpDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft);
        var its = new FollowUpId(followUpId);
        return Uncancelled.run(
                        changeDraft.put(
                                followUps,
                                new ProgrammeId(id),
                                its,
                                checked.version(),
                                _ -> checked.begun(its),
                                checked::changed))
                .map(FollowUpDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    @DeleteMapping("/api/programmes/{id}/draft/follow-ups/{followUpId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID followUpId,
            @RequestParam long version,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                changeDraft.remove(
                        followUps, new ProgrammeId(id), new FollowUpId(followUpId), version));
    }
}
