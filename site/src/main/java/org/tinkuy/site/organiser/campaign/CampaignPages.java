package org.tinkuy.site.organiser.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A newsletter's issues: all of them, and one as it stands.
@Controller
class CampaignPages {

    static final String PATH = "/organiser/campaigns";

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

    /// As everywhere, with frames that show what the site itself says.
    private static final String POLICY_WITH_FRAMES =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
                    + " frame-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final Set<String> LIST_DONE = Set.of("removed", "deleted");

    /// Of the address that was to be taken off the list.
    private static final Set<String> LIST_WRONG = Set.of("not-on-list", "no-address");

    private static final int ASKED_AT_ONCE = 4;

    private static final Set<String> DRAFT_DONE = Set.of("saved", "tested", "copied");

    static final String TOO_MANY = "too-many";

    private final Campaigns campaigns;
    private final Subscribers subscribers;
    private final Editors editors;

    CampaignPages(Campaigns campaigns, Subscribers subscribers, Editors editors) {
        this.campaigns = campaigns;
        this.subscribers = subscribers;
        this.editors = editors;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule) {
        var programmes = editors.programmes(visitor, schedule);
        var page = page("organiser-campaigns", visitor).modelAttribute("programmes", programmes);
        var shown = editors.chosen(programme, programmes).orElse(null);
        if (shown == null) {
            return Mono.just(page.build());
        }
        var from = after == null || after.isBlank() ? null : after;
        if (done != null && LIST_DONE.contains(done)) {
            page.modelAttribute("done", done);
        } else if (done != null && LIST_WRONG.contains(done)) {
            page.modelAttribute("wrong", "campaigns.done." + done);
        }
        return campaigns
                .page(shown.id(), "subscribers", from, visitor)
                .flatMap(items ->
                        Mono.zip(
                                Mono.just(items),
                                size(shown, visitor),
                                subjects(items.items(), visitor)))
                .map(both -> {
                    var found = both.getT1();
                    page.modelAttribute("shown", shown)
                            .modelAttribute("rows", found.items())
                            .modelAttribute("subjects", both.getT3());
                    both.getT2().ifPresent(size -> page.modelAttribute("size", size));
                    var next = found.next();
                    return next == null ? page.build() : page.modelAttribute("next", next).build();
                });
    }

    /// By language, one for each issue; only those that name something are asked for.
    private Mono<List<Map<String, String>>> subjects(List<Campaign> issues, Visitor visitor) {
        return Flux.fromIterable(issues)
                .flatMapSequential(
                        issue ->
                                namesSomething(issue)
                                        ? read(campaigns, issue, visitor).map(InInboxes::subjects)
                                        : Mono.just(issue.subject()),
                        ASKED_AT_ONCE)
                .collectList();
    }

    private static boolean namesSomething(Campaign issue) {
        return issue.subject().values().stream().anyMatch(subject -> subject.contains("{{"));
    }

    /// The issues can be seen without it.
    private Mono<Optional<Subscribers.Size>> size(Programme shown, Visitor visitor) {
        return subscribers
                .size(shown.id(), visitor)
                .map(Optional::of)
                .onErrorReturn(ServiceProblem.class, Optional.empty())
                .onErrorReturn(ServiceUnavailable.class, Optional.empty());
    }

    @GetMapping(PATH + "/{id}")
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        editors.caller(visitor);
        return campaigns
                .one(Editors.id(id), visitor)
                .flatMap(campaign -> {
                    var its = editors.its(campaign, visitor, schedule);
                    var whom = whom(campaign, () -> its, schedule);
                    return read(campaigns, campaign, visitor)
                            .map(lines ->
                                    campaign.isDraft()
                                            ? draft(its, campaign, whom, lines, done, visitor)
                                            : progress(
                                                    its, campaign, whom, lines, visitor, exchange));
                });
    }

    /// The page is told nothing where it is an issue of a newsletter.
    static Map<String, Whom> whom(Campaign campaign, Supplier<Programme> its, Schedule schedule) {
        var registered = campaign.registered();
        return registered == null
                ? Map.of()
                : Map.of("whom", Whom.of(registered, its.get(), schedule));
    }

    static String listOf(Campaign campaign) {
        return campaign.registered() == null ? PATH : MessagePages.PATH;
    }

    /// By language, as readers get it; as it is written, while that is not known.
    static Mono<InInboxes> read(Campaigns campaigns, Campaign campaign, Visitor visitor) {
        var written = InInboxes.asWritten(campaign);
        return campaigns
                .preview(campaign.id(), visitor)
                .map(InInboxes::of)
                .onErrorReturn(ServiceProblem.class, written)
                .onErrorReturn(ServiceUnavailable.class, written);
    }

    private static Rendering draft(
            Programme its,
            Campaign campaign,
            Map<String, Whom> whom,
            InInboxes lines,
            @Nullable String done,
            Visitor visitor) {
        var page =
                page("organiser-campaign", visitor)
                        .header("Content-Security-Policy", POLICY_WITH_FRAMES)
                        .modelAttribute("programme", its)
                        .modelAttribute("campaign", campaign)
                        .model(whom)
                        .modelAttribute("subjects", lines.subjects())
                        .modelAttribute("preheaders", lines.preheaders())
                        .modelAttribute("languages", written(campaign));
        if (done != null && DRAFT_DONE.contains(done)) {
            page.modelAttribute("done", words(campaign, done));
        }
        if (TOO_MANY.equals(done)) {
            page.modelAttribute("wrong", "to-registered.too-many");
        }
        return page.build();
    }

    private static Rendering progress(
            Programme its,
            Campaign campaign,
            Map<String, Whom> whom,
            InInboxes lines,
            Visitor visitor,
            ServerWebExchange exchange) {
        if (campaign.isSending()) {
            exchange.getResponse()
                    .getHeaders()
                    .set("Refresh", String.valueOf(PROGRESS_EVERY.toSeconds()));
        }
        return page("organiser-campaign-progress", visitor)
                .header("Content-Security-Policy", POLICY_WITH_FRAMES)
                .modelAttribute("programme", its)
                .modelAttribute("campaign", campaign)
                .model(whom)
                .modelAttribute("subjects", lines.subjects())
                .modelAttribute("preheaders", lines.preheaders())
                .modelAttribute("languages", written(campaign))
                .build();
    }

    private static String words(Campaign campaign, String done) {
        return done.equals("copied") && campaign.registered() != null
                ? "to-registered.copied"
                : "campaign." + done;
    }

    private static List<Language> written(Campaign campaign) {
        return List.of(Language.values()).stream()
                .filter(language -> campaign.text().containsKey(language.tag()))
                .toList();
    }

    static Rendering.Builder<?> page(String view, Visitor visitor) {
        return Rendering.view(view)
                .header("Cache-Control", "no-store")
                .modelAttribute("in", InWords.of(visitor));
    }

    static String path(UUID campaign) {
        return PATH + "/" + campaign;
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
