package org.tinkuy.site.organiser;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.Deliveries.Counts;
import org.tinkuy.site.organiser.Deliveries.Delivery;
import org.tinkuy.site.organiser.Deliveries.Filter;
import org.tinkuy.site.organiser.Deliveries.Page;
import org.tinkuy.site.organiser.Deliveries.Retry;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What became of each message to each person, and another try for those that failed.
@Controller
class DeliveryPages {

    private static final List<String> STATES =
            List.of(
                    "failed", "unknown", "ready", "waiting", "paused", "sending", "sent",
                    "expired");
    private static final List<String> KINDS =
            List.of(
                    "registration-confirmed",
                    "registration-waitlisted",
                    "registration-promoted",
                    "registration-cancelled",
                    "session-rescheduled",
                    "session-reinstated",
                    "publication-refused",
                    "staff-invitation",
                    "reminder-24h",
                    "reminder-1h",
                    "reminder-10min",
                    "subscription-confirmation",
                    "campaign",
                    "campaign-test",
                    "message-to-registered");

    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryPages(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @GetMapping("/organiser/deliveries")
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam MultiValueMap<String, String> query,
            Visitor visitor,
            Schedule schedule) {
        var programmes =
                Organisers.programmes(Organisers.caller(visitor), schedule, clock.instant());
        var page =
                Rendering.view("organiser-deliveries")
                        .header("Cache-Control", "no-store")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("programmes", programmes)
                        .modelAttribute("states", STATES)
                        .modelAttribute("kinds", KINDS);
        switch (String.valueOf(query.getFirst("done"))) {
            case "retried" -> page.modelAttribute("done", "deliveries.retried");
            case "retried-held" -> page.modelAttribute("done", "deliveries.retried-held");
            case "retried-many" -> page.modelAttribute("outcome", RetryOutcome.of(query));
            default -> {}
        }
        var shown = Organisers.chosen(programme, programmes).orElse(null);
        if (shown == null) {
            return Mono.just(page.build());
        }
        var filter =
                new Filter(
                        shown.id(),
                        Organisers.oneOf(STATES, state),
                        Organisers.oneOf(KINDS, kind),
                        after == null || after.isBlank() ? null : after);
        return Mono.zip(page(filter, visitor), deliveries.counts(shown.id(), visitor))
                .map(found -> {
                    page.modelAttribute("shown", shown)
                            .modelAttribute("filter", filter)
                            .modelAttribute("counts", byState(found.getT2()))
                            .modelAttribute("failed", found.getT2().failed())
                            .modelAttribute("rows", found.getT1().items())
                            .modelAttribute("about", sessions(found.getT1().items(), schedule));
                    var next = found.getT1().next();
                    return next == null ? page.build() : page.modelAttribute("next", next).build();
                });
    }

    /// The sessions that a message tells of, as far as they are published.
    private static Map<UUID, List<LocatedSession>> sessions(
            List<Delivery> shown, Schedule schedule) {
        return shown.stream()
                .collect(
                        Collectors.toMap(
                                Delivery::id,
                                delivery ->
                                        delivery.sessions()
                                                .flatMap(id -> schedule.located(id).stream())
                                                .toList(),
                                (first, _) -> first));
    }

    private Mono<Page> page(Filter filter, Visitor visitor) {
        return deliveries.page(
                filter.programmeId(), filter.state(), filter.kind(), filter.after(), visitor);
    }

    @PostMapping("/organiser/deliveries/{id}/retry")
    Mono<Rendering> retry(
            @PathVariable String id,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        Organisers.caller(visitor);
        var delivery = Organisers.id(id).orElseThrow(NoSuchPage::new);
        return deliveries
                .retry(delivery, visitor)
                .zipWith(exchange.getFormData())
                .map(both ->
                        back(
                                both.getT1().isHeld() ? "done=retried-held" : "done=retried",
                                Organisers.id(both.getT2().getFirst("programme"))
                                        .filter(its -> schedule.programme(its).isPresent())));
    }

    @PostMapping("/organiser/deliveries/retry")
    Mono<Rendering> retryFailed(Visitor visitor, ServerWebExchange exchange) {
        Organisers.caller(visitor);
        return exchange.getFormData()
                .flatMap(form -> {
                    var programme =
                            Organisers.id(form.getFirst("programme")).orElseThrow(NoSuchPage::new);
                    return deliveries
                            .retryAll(new Retry(programme, "failed"), visitor)
                            .map(retried ->
                                    back(RetryOutcome.of(retried).query(), Optional.of(programme)));
                });
    }

    /// Only what there is of.
    private static Map<String, Long> byState(Counts counts) {
        var all = new LinkedHashMap<String, Long>();
        all.put("sent", counts.sent());
        all.put("sending", counts.sending());
        all.put("ready", counts.ready());
        all.put("waiting", counts.waiting());
        all.put("paused", counts.paused());
        all.put("failed", counts.failed());
        all.put("unknown", counts.unknown());
        all.put("expired", counts.expired());
        all.values().removeIf(count -> count == 0);
        return all;
    }

    private static Rendering back(String done, Optional<UUID> programme) {
        var shown = programme.map(UUID::toString).orElse("");
        return Rendering.redirectTo("/organiser/deliveries?" + done + "&programme=" + shown)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
