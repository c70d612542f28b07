package org.tinkuy.site.organiser.campaign;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What is done with an issue that is written: tried on oneself, sent, paused, gone on with, ended.
@Controller
class CampaignSending {

    /// What a button of the page may ask of a campaign, besides sending it.
    private static final Set<String> ACTS = Set.of("test", "pause", "resume", "cancel");

    private final Campaigns campaigns;
    private final Editors editors;

    CampaignSending(Campaigns campaigns, Editors editors) {
        this.campaigns = campaigns;
        this.editors = editors;
    }

    @GetMapping(CampaignPages.PATH + "/{id}/send")
    Mono<Rendering> askBeforeSending(@PathVariable String id, Visitor visitor, Schedule schedule) {
        return found(id, visitor)
                .flatMap(campaign -> {
                    var audience = campaign.audience();
                    return audience == null
                            ? Mono.just(CampaignPages.seeOther(CampaignPages.path(campaign.id())))
                            : CampaignPages.read(campaigns, campaign, visitor)
                                    .map(lines ->
                                            question(
                                                    campaign,
                                                    CampaignPages.whom(
                                                            campaign,
                                                            () ->
                                                                    editors.its(
                                                                            campaign, visitor,
                                                                            schedule),
                                                            schedule),
                                                    lines.subjects(),
                                                    audience,
                                                    visitor));
                });
    }

    private static Rendering question(
            Campaign campaign,
            Map<String, Whom> whom,
            Map<String, String> subjects,
            long audience,
            Visitor visitor) {
        return CampaignPages.page("organiser-campaign-send", visitor)
                .modelAttribute("campaign", campaign)
                .model(whom)
                .modelAttribute("subjects", subjects)
                .modelAttribute("audience", audience)
                .modelAttribute("minutes", minutes(audience, campaign.rate()))
                .build();
    }

    private static long minutes(long audience, int perSecond) {
        return Math.round(audience / (60.0 * perSecond));
    }

    @PostMapping(CampaignPages.PATH + "/{id}/send")
    Mono<Rendering> send(@PathVariable String id, Visitor visitor) {
        return act(id, "sending", "", visitor);
    }

    @PostMapping(CampaignPages.PATH + "/{id}/{act}")
    Mono<Rendering> act(@PathVariable String id, @PathVariable String act, Visitor visitor) {
        if (!ACTS.contains(act)) {
            throw new NoSuchPage();
        }
        return act(id, act, act.equals("test") ? "?done=tested" : "", visitor);
    }

    /// What is not possible any more shows in the state that the page then tells.
    private Mono<Rendering> act(String id, String act, String query, Visitor visitor) {
        editors.caller(visitor);
        var campaign = Editors.id(id);
        return campaigns
                .act(campaign, act, visitor)
                .thenReturn(query)
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.status() == 409
                                        ? Mono.just(
                                                problem.is("too-many-messages")
                                                        ? "?done=" + CampaignPages.TOO_MANY
                                                        : query)
                                        : Mono.error(problem))
                .map(outcome -> CampaignPages.seeOther(CampaignPages.path(campaign) + outcome));
    }

    private Mono<Campaign> found(String id, Visitor visitor) {
        editors.caller(visitor);
        return campaigns.one(Editors.id(id), visitor);
    }
}
