package org.tinkuy.session.challenge.web;

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
import org.tinkuy.session.challenge.ChallengeId;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.ListDrafts;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ChallengeApi {

    private final Challenges challenges;
    private final ListDrafts listDrafts;
    private final ChangeDraft changeDraft;
    private final InputRules rules;

    ChallengeApi(
            Challenges challenges,
            ListDrafts listDrafts,
            ChangeDraft changeDraft,
            InputRules rules) {
        this.challenges = challenges;
        this.listDrafts = listDrafts;
        this.changeDraft = changeDraft;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/challenges")
    Flux<ChallengeDraft> challenges(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return listDrafts.of(new ProgrammeId(id), challenges).map(ChallengeDraft::of);
    }

    @PutMapping("/api/programmes/{id}/draft/challenges/{challengeId}")
    Mono<ResponseEntity<ChallengeDraft>> put(
            @PathVariable UUID id,
            @PathVariable UUID challengeId,
            @RequestBody ChallengeDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft);
        var its = new ChallengeId(challengeId);
        return Uncancelled.run(
                        changeDraft.put(
                                challenges,
                                new ProgrammeId(id),
                                its,
                                checked.version(),
                                others -> checked.begun(its, others),
                                checked::changed))
                .map(ChallengeDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    @DeleteMapping("/api/programmes/{id}/draft/challenges/{challengeId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID challengeId,
            @RequestParam long version,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                changeDraft.remove(
                        challenges, new ProgrammeId(id), new ChallengeId(challengeId), version));
    }
}
