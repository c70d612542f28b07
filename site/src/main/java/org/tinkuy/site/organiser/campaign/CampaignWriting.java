package org.tinkuy.site.organiser.campaign;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where an issue is written, and written again until it is sent.
@Controller
class CampaignWriting {

    private final Campaigns campaigns;
    private final Editors editors;

    CampaignWriting(Campaigns campaigns, Editors editors) {
        this.campaigns = campaigns;
        this.editors = editors;
    }

    /// @param programme `null`: the first of the visitor's
    @GetMapping(CampaignPages.PATH + "/new")
    Rendering write(
            @RequestParam(required = false) @Nullable String programme,
            Visitor visitor,
            Schedule schedule) {
        var its =
                programme == null
                        ? editors.first(visitor, schedule)
                        : editors.programme(Editors.id(programme), visitor, schedule);
        return form(its, null, CampaignForm.empty(), CampaignFaults.NONE, visitor, schedule);
    }

    @PostMapping(CampaignPages.PATH)
    Mono<Rendering> save(Visitor visitor, Schedule schedule, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var its =
                            editors.programme(
                                    Editors.id(form.getFirst("programme")), visitor, schedule);
                    var typed = CampaignForm.of(form, false);
                    return saved(
                            campaigns.write(typed.against(its.id()), visitor),
                            faults -> form(its, null, typed, faults, visitor, schedule));
                });
    }

    @GetMapping(CampaignPages.PATH + "/{id}/edit")
    Mono<Rendering> edit(@PathVariable String id, Visitor visitor, Schedule schedule) {
        return found(id, visitor)
                .map(campaign ->
                        campaign.isDraft()
                                ? form(
                                        editors.its(campaign, visitor, schedule),
                                        campaign,
                                        CampaignForm.of(campaign),
                                        CampaignFaults.NONE,
                                        visitor,
                                        schedule)
                                : CampaignPages.seeOther(CampaignPages.path(campaign.id())));
    }

    @PostMapping(CampaignPages.PATH + "/{id}/edit")
    Mono<Rendering> rewrite(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return Mono.zip(found(id, visitor), exchange.getFormData())
                .flatMap(both -> {
                    var campaign = both.getT1();
                    var typed = CampaignForm.of(both.getT2(), campaign.registered() != null);
                    var its = editors.its(campaign, visitor, schedule);
                    return saved(
                            campaigns.rewrite(campaign.id(), typed.against(null), visitor),
                            faults -> form(its, campaign, typed, faults, visitor, schedule));
                });
    }

    @PostMapping(CampaignPages.PATH + "/{id}/copy")
    Mono<Rendering> copy(@PathVariable String id, Visitor visitor) {
        editors.caller(visitor);
        return campaigns
                .copy(Editors.id(id), visitor)
                .map(copy ->
                        CampaignPages.seeOther(CampaignPages.path(copy.id()) + "?done=copied"));
    }

    @GetMapping(CampaignPages.PATH + "/{id}/delete")
    Mono<Rendering> askBeforeDeleting(@PathVariable String id, Visitor visitor) {
        return found(id, visitor)
                .map(campaign ->
                        campaign.isDraft()
                                ? CampaignPages.page("organiser-campaign-delete", visitor)
                                        .modelAttribute("campaign", campaign)
                                        .build()
                                : CampaignPages.seeOther(CampaignPages.path(campaign.id())));
    }

    /// What was sent meanwhile shows as it stands.
    @PostMapping(CampaignPages.PATH + "/{id}/delete")
    Mono<Rendering> delete(@PathVariable String id, Visitor visitor) {
        return found(id, visitor)
                .flatMap(campaign ->
                        campaigns
                                .delete(campaign.id(), visitor)
                                .thenReturn(
                                        CampaignPages.seeOther(
                                                CampaignPages.listOf(campaign)
                                                        + "?done=deleted&programme="
                                                        + campaign.programmeId()))
                                .onErrorResume(
                                        ServiceProblem.class,
                                        problem ->
                                                problem.status() == 409
                                                        ? Mono.just(
                                                                CampaignPages.seeOther(
                                                                        CampaignPages.path(
                                                                                campaign.id())))
                                                        : Mono.error(problem)));
    }

    static Mono<Rendering> saved(Mono<Campaign> saving, Function<CampaignFaults, Rendering> again) {
        return saving.map(campaign ->
                        CampaignPages.seeOther(CampaignPages.path(campaign.id()) + "?done=saved"))
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.status() == 400 || problem.status() == 409
                                        ? Mono.just(again.apply(CampaignFaults.of(problem)))
                                        : Mono.error(problem))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(again.apply(CampaignFaults.UNAVAILABLE)));
    }

    private Mono<Campaign> found(String id, Visitor visitor) {
        editors.caller(visitor);
        return campaigns.one(Editors.id(id), visitor);
    }

    /// @param draft as it was saved last; `null`: it is new
    static Rendering form(
            Programme its,
            @Nullable Campaign draft,
            CampaignForm form,
            CampaignFaults faults,
            Visitor visitor,
            Schedule schedule) {
        var page =
                CampaignPages.page("organiser-campaign-form", visitor)
                        .status(faults.status())
                        .modelAttribute("programme", its)
                        .modelAttribute("form", form)
                        .modelAttribute("faults", faults)
                        .modelAttribute("languages", Language.values());
        if (form.message() != null) {
            page.modelAttribute("sessions", schedule.locatedIn(its));
        }
        return draft == null
                ? page.modelAttribute(
                                "action",
                                form.message() == null ? CampaignPages.PATH : MessagePages.PATH)
                        .build()
                : page.modelAttribute("action", CampaignPages.path(draft.id()) + "/edit")
                        .modelAttribute("draft", draft)
                        .build();
    }
}
