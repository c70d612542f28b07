package org.tinkuy.notification.newsletter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "campaigns")
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
    @Operation(summary = "A new draft that says the same as this campaign, sent or not")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "`not-found`: or not the caller's")
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
    @Operation(summary = "Delete a draft")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404", description = "`not-found`: or not the caller's")
    @ApiResponse(responseCode = "409", description = "`wrong-campaign-state`: no draft any more")
    Mono<Void> delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Uncancelled.run(answers.its(id, caller).flatMap(writeCampaign::delete));
    }
}
