package org.tinkuy.session.programme.web;

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
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Events;
import org.tinkuy.session.programme.ListDrafts;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.web.DraftAnswers;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class EventApi {

    private final Events events;
    private final ListDrafts listDrafts;
    private final ChangeDraft changeDraft;
    private final InputRules rules;

    EventApi(Events events, ListDrafts listDrafts, ChangeDraft changeDraft, InputRules rules) {
        this.events = events;
        this.listDrafts = listDrafts;
        this.changeDraft = changeDraft;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/draft/events")
    Flux<EventDraft> events(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return listDrafts.of(new ProgrammeId(id), events).map(EventDraft::of);
    }

    @PutMapping("/api/programmes/{id}/draft/events/{eventId}")
    Mono<ResponseEntity<EventDraft>> put(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestBody EventDraft draft,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(draft);
        var its = new EventId(eventId);
        return Uncancelled.run(
                        changeDraft.put(
                                events,
                                new ProgrammeId(id),
                                its,
                                checked.version(),
                                others -> checked.begun(its, others),
                                checked::changed))
                .map(EventDraft::of)
                .map(answer -> DraftAnswers.of(answer, answer.version()));
    }

    @DeleteMapping("/api/programmes/{id}/draft/events/{eventId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestParam long version,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                changeDraft.remove(events, new ProgrammeId(id), new EventId(eventId), version));
    }
}
