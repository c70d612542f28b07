package org.tinkuy.site.newsletter;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.site.newsletter.Subscriptions.Ask;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Preferences;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// An address is entered, and what the programme says to that. The answer is the same for every
/// address.
@Controller
class SubscribePages {

    private final PublishedNewsletters newsletters;
    private final Subscriptions subscriptions;

    SubscribePages(PublishedNewsletters newsletters, Subscriptions subscriptions) {
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
    }

    private record Typed(@Nullable UUID newsletter, String address, @Nullable String timeZone) {

        static Typed of(MultiValueMap<String, String> form) {
            return new Typed(
                    id(form.getFirst("newsletter")),
                    Objects.requireNonNullElse(form.getFirst("address"), "").strip(),
                    Preferences.zone(form.getFirst("timeZone"))
                            .map(zone -> zone.getId())
                            .orElse(null));
        }

        private static @Nullable UUID id(@Nullable String text) {
            try {
                return text == null ? null : UUID.fromString(text);
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }

    /// Message keys.
    ///
    /// @param which what is wrong with the choice; `null`: nothing
    /// @param address what is wrong with the address; `null`: nothing
    private record Faults(@Nullable String which, @Nullable String address) {

        static final Faults NONE = new Faults(null, null);

        static Faults ofAddress(String fault) {
            return new Faults(null, fault);
        }
    }

    @GetMapping("/newsletter")
    Rendering ask(ServerWebExchange exchange) {
        return form(new Typed(null, "", null), Faults.NONE, HttpStatus.OK, exchange);
    }

    @PostMapping("/newsletter")
    Mono<Rendering> ask(Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(Typed::of)
                .flatMap(typed ->
                        chosen(typed, exchange)
                                .map(programme -> ask(programme, typed, visitor, exchange))
                                .orElseGet(() -> Mono.just(unchosen(typed, exchange))));
    }

    private Rendering unchosen(Typed typed, ServerWebExchange exchange) {
        return refused(
                typed,
                new Faults(
                        typed.newsletter() == null
                                ? "newsletter.fault.choose"
                                : "newsletter.fault.which",
                        wrong(typed.address())),
                exchange);
    }

    /// As the service would say, which is not asked while it is not known for which newsletter.
    private static @Nullable String wrong(String address) {
        if (address.isEmpty()) {
            return "fault.address.required";
        }
        if (EmailAddress.parse(address).isPresent()) {
            return null;
        }
        return EmailAddress.ambiguousLetter(address).isPresent()
                ? "fault.ambiguous-domain"
                : "fault.invalid-address";
    }

    private Mono<Rendering> ask(
            Programme programme, Typed typed, Visitor visitor, ServerWebExchange exchange) {
        if (typed.address().isEmpty()) {
            return Mono.just(refused(typed, Faults.ofAddress("fault.address.required"), exchange));
        }
        return subscriptions
                .ask(
                        programme.id(),
                        new Ask(
                                typed.address(),
                                visitor.language().tag(),
                                typed.timeZone(),
                                Subscriptions.CONSENT_BESIDE_THE_FORM))
                .map(_ ->
                        Rendering.redirectTo("/newsletter/thanks?newsletter=" + programme.slug())
                                .status(HttpStatus.SEE_OTHER)
                                .build())
                .onErrorResume(
                        ServiceProblem.class,
                        problem -> Mono.just(refused(typed, fault(problem), exchange)))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                Mono.just(
                                        form(
                                                typed,
                                                Faults.ofAddress("newsletter.fault.unavailable"),
                                                HttpStatus.SERVICE_UNAVAILABLE,
                                                exchange)));
    }

    private static Faults fault(ServiceProblem problem) {
        return switch (problem.status()) {
            case 429 -> Faults.ofAddress("fault.too-many-requests");
            case 404 -> new Faults("newsletter.fault.which", null);
            default -> Faults.ofAddress(problem.addressWords());
        };
    }

    /// What a visitor reads after entering an address, in the programme's own words.
    @GetMapping("/newsletter/thanks")
    Rendering thanks(
            @RequestParam(required = false) @Nullable String newsletter,
            Visitor visitor,
            ServerWebExchange exchange) {
        var programme =
                Optional.ofNullable(newsletter)
                        .flatMap(slug -> newsletters.of(slug, exchange))
                        .orElseThrow(NoSuchPage::new);
        var page =
                Rendering.view("newsletter-thanks")
                        .header("Cache-Control", "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("programme", programme);
        var policy = Objects.requireNonNull(programme.newsletter());
        page.modelAttribute("name", policy.name());
        var acknowledgement = InWords.of(visitor).text(policy.acknowledgement());
        return acknowledgement == null
                ? page.build()
                : page.modelAttribute("acknowledgement", acknowledgement).build();
    }

    private Optional<Programme> chosen(Typed typed, ServerWebExchange exchange) {
        return Optional.ofNullable(typed.newsletter()).flatMap(id -> newsletters.of(id, exchange));
    }

    private Rendering refused(Typed typed, Faults faults, ServerWebExchange exchange) {
        return form(typed, faults, HttpStatus.UNPROCESSABLE_CONTENT, exchange);
    }

    private Rendering form(
            Typed typed, Faults faults, HttpStatus status, ServerWebExchange exchange) {
        var page =
                Rendering.view("newsletter")
                        .status(status)
                        .modelAttribute("offers", newsletters.all(exchange))
                        .modelAttribute("chosen", String.valueOf(typed.newsletter()))
                        .modelAttribute("address", typed.address());
        if (faults.which() != null) {
            page.modelAttribute("which", faults.which());
        }
        return faults.address() == null
                ? page.build()
                : page.modelAttribute("fault", faults.address()).build();
    }
}
