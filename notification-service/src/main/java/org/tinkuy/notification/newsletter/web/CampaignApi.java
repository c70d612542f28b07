package org.tinkuy.notification.newsletter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.CampaignPreview;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.SendCampaign;
import org.tinkuy.notification.newsletter.WriteCampaign;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.NotFound;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// Issues of a newsletter, for the organisers and editors of its programme, and messages to the
/// registered, for its organisers. Another's campaign is not there at all.
@RestController
@RequestMapping("/api/campaigns")
class CampaignApi {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final WriteCampaign writeCampaign;
    private final SendCampaign sendCampaign;
    private final CampaignPreview campaignPreview;
    private final Campaigns campaigns;
    private final CampaignAnswers answers;
    private final Clock clock;

    CampaignApi(
            WriteCampaign writeCampaign,
            SendCampaign sendCampaign,
            CampaignPreview campaignPreview,
            Campaigns campaigns,
            CampaignAnswers answers,
            Clock clock) {
        this.writeCampaign = writeCampaign;
        this.sendCampaign = sendCampaign;
        this.campaignPreview = campaignPreview;
        this.campaigns = campaigns;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<CampaignAnswer>> write(
            @AuthenticationPrincipal Caller caller, @RequestBody CampaignText text) {
        var programme = text.programmeId();
        if (programme == null) {
            return Mono.error(withoutProgramme(text));
        }
        if (!caller.mayEdit(programme)) {
            return Mono.error(new NotFound());
        }
        if (text.registered() != null && !caller.mayOrganise(programme)) {
            return Mono.error(new Forbidden());
        }
        return Uncancelled.run(
                        Mono.defer(() ->
                                writeCampaign.write(
                                        new ProgrammeId(programme),
                                        text.typed(),
                                        caller.attendeeId(),
                                        clock.instant())))
                .flatMap(answers::created);
    }

    private static InvalidInput withoutProgramme(CampaignText text) {
        var errors = new FieldErrors();
        errors.wrong("programmeId", "required", "Give the programme's id.");
        errors.addAll(CampaignDraft.faults(text.typed()));
        return new InvalidInput(errors.all());
    }

    /// @param next what to pass as `after` to go on; absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<CampaignAnswer> items, @Nullable UUID next) {}

    @GetMapping
    Mono<Page> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID programmeId,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String limit) {
        var fields = new FieldErrors();
        var most = fields.limit("limit", limit, USUAL, MOST);
        var those = CampaignList.of(caller, programmeId, to, fields);
        fields.refuseIfAny();
        if (!caller.editsSomething()) {
            return Mono.error(new Forbidden());
        }
        if (programmeId != null && !caller.mayEdit(programmeId)) {
            return Mono.error(new NotFound());
        }
        return campaigns
                .latest(those, after, most + 1)
                .concatMap(answers::answer)
                .collectList()
                .map(found ->
                        new Page(
                                found.stream().limit(most).toList(),
                                found.size() > most ? found.get(most - 1).id() : null));
    }

    @GetMapping("/{id}")
    Mono<CampaignAnswer> one(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return answers.its(id, caller).flatMap(answers::answer);
    }

    @PutMapping("/{id}")
    Mono<CampaignAnswer> rewrite(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody CampaignText text) {
        return act(id, caller, campaign -> writeCampaign.rewrite(campaign, text.typed()));
    }

    /// @param preheader what inboxes show beside the subject; empty: how the text begins
    /// @param html a whole document, for a frame that runs nothing
    record Preview(String language, String subject, String preheader, String html, String text) {}

    record Previews(List<Preview> languages) {}

    @PostMapping("/{id}/preview")
    Mono<Previews> preview(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return answers.its(id, caller)
                .flatMap(campaignPreview::of)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(previews ->
                        new Previews(
                                previews.stream()
                                        .map(shown ->
                                                new Preview(
                                                        shown.language().tag(),
                                                        shown.subject(),
                                                        shown.preheader(),
                                                        shown.html(),
                                                        shown.text()))
                                        .toList()));
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> test(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Uncancelled.run(
                answers.its(id, caller)
                        .flatMap(campaign ->
                                sendCampaign.test(
                                        campaign,
                                        new RecipientId(caller.attendeeId()),
                                        clock.instant())));
    }

    @PostMapping("/{id}/sending")
    Mono<CampaignAnswer> send(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return act(
                id,
                caller,
                campaign ->
                        sendCampaign
                                .start(campaign, caller.attendeeId(), clock.instant())
                                .doOnNext(_ ->
                                        SecurityLog.of(SecurityEvent.CAMPAIGN_SENT)
                                                .by(caller.attendeeId())
                                                .about(id)
                                                .write()));
    }

    @PostMapping("/{id}/pause")
    Mono<CampaignAnswer> pause(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return act(id, caller, sendCampaign::pause);
    }

    @PostMapping("/{id}/resume")
    Mono<CampaignAnswer> resume(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return act(id, caller, campaign -> sendCampaign.resume(campaign, clock.instant()));
    }

    @PostMapping("/{id}/cancel")
    Mono<CampaignAnswer> cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return act(id, caller, sendCampaign::cancel);
    }

    private Mono<CampaignAnswer> act(
            UUID id, Caller caller, Function<Campaign, Mono<Campaign>> act) {
        return Uncancelled.run(answers.its(id, caller).flatMap(act)).flatMap(answers::answer);
    }
}
