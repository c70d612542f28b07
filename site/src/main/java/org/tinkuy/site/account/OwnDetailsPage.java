package org.tinkuy.site.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.account.OwnDetails.Change;
import org.tinkuy.site.account.OwnDetails.Details;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.page.TimeZones;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Preferences;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// One's name, and the language and time zone that mails speak; this browser follows.
@Controller
class OwnDetailsPage {

    private static final String PATH = "/registrations/details";

    /// Codes that have words.
    private static final List<String> NAME_FAULTS =
            List.of("name-of-another", "too-long", "invalid-characters");

    private final OwnDetails details;
    private final TimeZones zones;
    private final boolean secure;

    OwnDetailsPage(OwnDetails details, TimeZones zones, SiteProperties properties) {
        this.zones = zones;
        this.details = details;
        this.secure = properties.isSecure();
    }

    @GetMapping(PATH)
    Mono<Rendering> show(Visitor visitor) {
        return details.details(signedIn(visitor))
                .map(known -> page(known, null, HttpStatus.OK, visitor));
    }

    @PostMapping(PATH)
    Mono<Rendering> change(Visitor visitor, ServerWebExchange exchange) {
        signedIn(visitor);
        return exchange.getFormData()
                .map(form -> change(form, visitor))
                .flatMap(change -> change(change, visitor, exchange));
    }

    private static Change change(MultiValueMap<String, String> form, Visitor visitor) {
        return new Change(
                typed(form, "name"),
                Language.of(form.getFirst("language")).orElse(visitor.language()).tag(),
                Preferences.zone(form.getFirst("timeZone")).map(zone -> zone.getId()).orElse(null));
    }

    private static String typed(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private Mono<Rendering> change(Change change, Visitor visitor, ServerWebExchange exchange) {
        return details.change(change, visitor)
                .map(_ -> goOn(change, exchange))
                .onErrorResume(
                        ServiceProblem.class,
                        refused -> again(change, fault(change, refused), visitor))
                .onErrorResume(
                        ServiceUnavailable.class, _ -> again(change, "fault.unavailable", visitor));
    }

    private Rendering goOn(Change change, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        Language.of(change.language())
                .ifPresent(language -> response.addCookie(Preferences.keep(language, secure)));
        Preferences.zone(change.timeZone())
                .ifPresent(zone -> response.addCookie(Preferences.keep(zone, secure)));
        return SignInPages.seeOther(SignInPages.OWN_PAGE + "?done=details");
    }

    private static String fault(Change change, ServiceProblem refused) {
        if (change.name().isEmpty() || refused.has("required")) {
            return "fault.name.required";
        }
        return NAME_FAULTS.stream()
                .filter(refused::has)
                .findFirst()
                .map(code -> "fault." + code)
                .orElse(refused.status() == 401 ? "fault.unavailable" : "fault.invalid");
    }

    /// With what was typed; without the address, where that cannot be learned.
    private Mono<Rendering> again(Change change, String fault, Visitor visitor) {
        return details.details(visitor)
                .map(Details::address)
                .onErrorReturn("")
                .map(address ->
                        page(
                                new Details(
                                        address,
                                        change.name(),
                                        change.language(),
                                        change.timeZone()),
                                fault,
                                fault.equals("fault.unavailable")
                                        ? HttpStatus.SERVICE_UNAVAILABLE
                                        : HttpStatus.UNPROCESSABLE_CONTENT,
                                visitor));
    }

    private static Visitor signedIn(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return visitor;
    }

    private Rendering page(
            Details known, @Nullable String fault, HttpStatus status, Visitor visitor) {
        var page =
                Rendering.view("own-details")
                        .status(status)
                        .header("Cache-Control", "no-store")
                        .modelAttribute("details", known)
                        .modelAttribute("languages", Language.values())
                        .modelAttribute(
                                "zones", zones.choice(visitor.language(), known.timeZone()));
        return fault == null ? page.build() : page.modelAttribute("fault", fault).build();
    }
}
