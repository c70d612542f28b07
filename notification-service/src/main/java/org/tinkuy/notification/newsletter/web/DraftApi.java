package org.tinkuy.notification.newsletter.web;

import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.newsletter.WriteCampaign;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// Drafts that are made from other issues, and those that nobody wants any more.
@RestController
@RequestMapping("/api/campaigns/{id}")
class DraftApi {

    private final WriteCampaign writeCampaign;
    private final CampaignAnswers answers;
    private final Clock clock;

    DraftApi(WriteCampaign writeCampaign, CampaignAnswers answers, Clock clock) {
        this.writeCampaign = writeCampaign;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/copy")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<CampaignAnswer>> copy(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Uncancelled.run(
                        answers.its(id, caller)
                                .flatMap(campaign ->
                                        writeCampaign.copy(
                                                campaign, caller.attendeeId(), clock.instant())))
                .flatMap(answers::created);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Uncancelled.run(answers.its(id, caller).flatMap(writeCampaign::delete));
    }
}
