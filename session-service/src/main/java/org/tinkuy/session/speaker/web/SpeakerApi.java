package org.tinkuy.session.speaker.web;

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
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.ListDrafts;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class SpeakerApi {

    private final Speakers speakers;
    private final ListDrafts listDrafts;
    private final ChangeDraft changeDraft;
    private final InputRules rules;

    SpeakerApi(
            Speakers speakers, ListDrafts listDrafts, ChangeDraft changeDraft, InputRules rules) {
        this.speakers = speakers;
        this.listDrafts = listDrafts;
        this.changeDraft = changeDraft;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/speakers")
    Flux<SpeakerDraft> speakers(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return listDrafts.of(new ProgrammeId(id), speakers).map(SpeakerDraft::of);
    }

    @PutMapping("/api/programmes/{id}/draft/speakers/{speakerId}")
    Mono<ResponseEntity<SpeakerDraft>> put(
            @PathVariable UUID id,
            @PathVariable UUID speakerId,
            @RequestBody SpeakerDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft, draft.faults());
        var its = new SpeakerId(speakerId);
        return Uncancelled.run(
                        changeDraft.put(
                                speakers,
                                new ProgrammeId(id),
                                its,
                                checked.version(),
                                others -> checked.begun(its, others),
                                checked::changed))
                .map(SpeakerDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    @DeleteMapping("/api/programmes/{id}/draft/speakers/{speakerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID speakerId,
            @RequestParam long version,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                changeDraft.remove(
                        speakers, new ProgrammeId(id), new SpeakerId(speakerId), version));
    }
}
