package org.tinkuy.site.organiser.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.upstream.CampaignService;
import org.tinkuy.site.upstream.CampaignService.Campaign;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Language;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// A newsletter's issues: written, looked at, tested, sent, watched. Every step is a form or a
/// link.
@Controller
class CampaignPages {

    private static final String PATH = "/organiser/campaigns";
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

    /// What a button of the page may ask of a campaign, besides sending it.
    private static final Set<String> ACTS = Set.of("test", "pause", "resume", "cancel");

    /// As everywhere, with frames that show what the site itself says.
    private static final String POLICY_WITH_FRAMES =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " frame-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private final CampaignService campaigns;
    private final Editors editors;

    CampaignPages(CampaignService campaigns, Editors editors) {
        this.campaigns = campaigns;
        this.editors = editors;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        var programmes = editors.programmes(visitor);
        var page = page("organiser-campaigns", visitor).modelAttribute("programmes", programmes);
        var shown = editors.chosen(programme, programmes).orElse(null);
        if (shown == null) {
            return Mono.just(page.build());
        }
        var from = after == null || after.isBlank() ? null : after;
        return campaigns
                .list(shown.id(), from, visitor.token())
                .map(found -> {
                    page.modelAttribute("shown", shown).modelAttribute("rows", found.items());
                    var next = found.next();
                    return next == null ? page.build() : page.modelAttribute("next", next).build();
                });
    }

    @GetMapping(PATH + "/new")
    Rendering write(@RequestParam(required = false) @Nullable String programme, Visitor visitor) {
        var its = editors.programme(Editors.id(programme), visitor);
        return form(its, null, CampaignForm.empty(), CampaignFaults.NONE, visitor);
    }

    @PostMapping(PATH)
    Mono<Rendering> save(Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var its = editors.programme(Editors.id(form.getFirst("programme")), visitor);
                    var typed = CampaignForm.of(form);
                    return saved(
                            campaigns.write(typed.against(its.id()), visitor.token()),
                            faults -> form(its, null, typed, faults, visitor));
                });
    }

    @GetMapping(PATH + "/{id}")
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            ServerWebExchange exchange) {
        return found(id, visitor)
                .flatMap(campaign -> {
                    var its = editors.programme(campaign.programmeId(), visitor);
                    return campaign.isDraft()
                            ? draft(its, campaign, done, visitor)
                            : Mono.just(progress(its, campaign, visitor, exchange));
                });
    }

    private Mono<Rendering> draft(
            Programme its, Campaign campaign, @Nullable String done, Visitor visitor) {
        var page =
                page("organiser-campaign", visitor)
                        .header("Content-Security-Policy", POLICY_WITH_FRAMES)
                        .modelAttribute("programme", its)
                        .modelAttribute("campaign", campaign)
                        .modelAttribute("languages", written(campaign));
        if ("saved".equals(done) || "tested".equals(done)) {
            page.modelAttribute("done", "campaign." + done);
        }
        return Mono.just(page.build());
    }

    private static Rendering progress(
            Programme its, Campaign campaign, Visitor visitor, ServerWebExchange exchange) {
        if (campaign.isSending()) {
            exchange.getResponse()
                    .getHeaders()
                    .set("Refresh", String.valueOf(PROGRESS_EVERY.toSeconds()));
        }
        return page("organiser-campaign-progress", visitor)
                .modelAttribute("programme", its)
                .modelAttribute("campaign", campaign)
                .build();
    }

    @GetMapping(PATH + "/{id}/edit")
    Mono<Rendering> edit(@PathVariable String id, Visitor visitor) {
        return found(id, visitor)
                .map(campaign ->
                        campaign.isDraft()
                                ? form(
                                        editors.programme(campaign.programmeId(), visitor),
                                        campaign.id(),
                                        CampaignForm.of(campaign),
                                        CampaignFaults.NONE,
                                        visitor)
                                : seeOther(path(campaign.id())));
    }

    @PostMapping(PATH + "/{id}/edit")
    Mono<Rendering> rewrite(@PathVariable String id, Visitor visitor, ServerWebExchange exchange) {
        return Mono.zip(found(id, visitor), exchange.getFormData().map(CampaignForm::of))
                .flatMap(both -> {
                    var campaign = both.getT1();
                    var typed = both.getT2();
                    var its = editors.programme(campaign.programmeId(), visitor);
                    return saved(
                            campaigns.rewrite(campaign.id(), typed.against(null), visitor.token()),
                            faults -> form(its, campaign.id(), typed, faults, visitor));
                });
    }

    private static Mono<Rendering> saved(
            Mono<Campaign> saving, Function<CampaignFaults, Rendering> again) {
        return saving.map(campaign -> seeOther(path(campaign.id()) + "?done=saved"))
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

    @GetMapping(PATH + "/{id}/send")
    Mono<Rendering> askBeforeSending(@PathVariable String id, Visitor visitor) {
        return found(id, visitor)
                .map(campaign -> {
                    var audience = campaign.audience();
                    return audience == null
                            ? seeOther(path(campaign.id()))
                            : page("organiser-campaign-send", visitor)
                                    .modelAttribute("campaign", campaign)
                                    .modelAttribute("audience", audience)
                                    .modelAttribute("minutes", minutes(audience, campaign.rate()))
                                    .build();
                });
    }

    private static long minutes(long audience, int perSecond) {
        return Math.round(audience / (60.0 * perSecond));
    }

    @PostMapping(PATH + "/{id}/send")
    Mono<Rendering> send(@PathVariable String id, Visitor visitor) {
        return act(id, "sending", "", visitor);
    }

    @PostMapping(PATH + "/{id}/{act}")
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
                .act(campaign, act, visitor.token())
                .onErrorResume(
                        ServiceProblem.class,
                        problem -> problem.status() == 409 ? Mono.empty() : Mono.error(problem))
                .thenReturn(seeOther(path(campaign) + query));
    }

    private Mono<Campaign> found(String id, Visitor visitor) {
        editors.caller(visitor);
        return campaigns.one(Editors.id(id), visitor.token());
    }

    private static List<Language> written(Campaign campaign) {
        return List.of(Language.values()).stream()
                .filter(language -> campaign.text().containsKey(language.tag()))
                .toList();
    }

    private static Rendering form(
            Programme its,
            @Nullable UUID campaign,
            CampaignForm form,
            CampaignFaults faults,
            Visitor visitor) {
        return page("organiser-campaign-form", visitor)
                .status(faults.status())
                .modelAttribute("programme", its)
                .modelAttribute("action", campaign == null ? PATH : path(campaign) + "/edit")
                .modelAttribute("form", form)
                .modelAttribute("faults", faults)
                .modelAttribute("languages", Language.values())
                .build();
    }

    private static Rendering.Builder<?> page(String view, Visitor visitor) {
        return Rendering.view(view)
                .header("Cache-Control", "no-store")
                .modelAttribute("in", InWords.of(visitor));
    }

    private static String path(UUID campaign) {
        return PATH + "/" + campaign;
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
