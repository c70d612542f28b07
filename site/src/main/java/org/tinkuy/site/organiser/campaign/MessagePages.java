package org.tinkuy.site.organiser.campaign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Messages to whoever is registered for a session or an event: all that were written, and where
/// one is begun. Each is then looked at and sent as an issue of a newsletter is.
@Controller
class MessagePages {

    static final String PATH = "/organiser/messages";

    private final Campaigns campaigns;
    private final Editors editors;

    MessagePages(Campaigns campaigns, Editors editors) {
        this.campaigns = campaigns;
        this.editors = editors;
    }

    /// @param whom `null`: it is no message to the registered
    public record Row(Campaign message, @Nullable Whom whom) {}

    @GetMapping(PATH)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Schedule schedule) {
        var programmes = editors.organised(visitor, schedule);
        var page =
                CampaignPages.page("organiser-messages", visitor)
                        .modelAttribute("programmes", programmes);
        if ("deleted".equals(done)) {
            page.modelAttribute("done", "deleted");
        }
        var shown = editors.chosen(programme, programmes).orElse(null);
        if (shown == null) {
            return Mono.just(page.build());
        }
        var from = after == null || after.isBlank() ? null : after;
        return campaigns
                .page(shown.id(), "registered", from, visitor)
                .map(found -> {
                    page.modelAttribute("shown", shown)
                            .modelAttribute("rows", rows(found.items(), shown, schedule));
                    var next = found.next();
                    return next == null ? page.build() : page.modelAttribute("next", next).build();
                });
    }

    private static List<Row> rows(List<Campaign> messages, Programme shown, Schedule schedule) {
        return messages.stream()
                .map(message ->
                        new Row(
                                message,
                                Optional.ofNullable(message.registered())
                                        .map(whom -> Whom.of(whom, shown, schedule))
                                        .orElse(null)))
                .toList();
    }

    @GetMapping(PATH + "/new")
    Rendering write(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String session,
            @RequestParam(required = false) @Nullable String event,
            Visitor visitor,
            Schedule schedule) {
        var its =
                editors.chosen(programme, editors.organised(visitor, schedule))
                        .orElseThrow(NoSuchPage::new);
        var form = CampaignForm.to(MessageForm.chosen(session, event));
        return CampaignWriting.form(its, null, form, CampaignFaults.NONE, visitor, schedule);
    }

    @PostMapping(PATH)
    Mono<Rendering> save(Visitor visitor, Schedule schedule, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var its =
                            editors.asked(
                                    Editors.id(form.getFirst("programme")),
                                    editors.organised(visitor, schedule));
                    var typed = CampaignForm.of(form, true);
                    return CampaignWriting.saved(
                            campaigns.write(typed.against(its.id()), visitor),
                            faults ->
                                    CampaignWriting.form(
                                            its, null, typed, faults, visitor, schedule));
                });
    }
}
