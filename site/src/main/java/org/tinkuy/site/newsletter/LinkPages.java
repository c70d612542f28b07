package org.tinkuy.site.newsletter;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.newsletter.Subscriptions.Acknowledged;
import org.tinkuy.site.newsletter.Subscriptions.Confirmation;
import org.tinkuy.site.newsletter.Subscriptions.Farewell;
import org.tinkuy.site.newsletter.Subscriptions.Link;
import org.tinkuy.site.newsletter.Subscriptions.Linked;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where the links of mails lead. Opening one changes nothing, because scanners open links, too;
/// its button does.
@Controller
class LinkPages {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String CONFIRM = "confirm";
    private static final String UNSUBSCRIBE = "unsubscribe";

    private final PublishedNewsletters newsletters;
    private final Subscriptions subscriptions;

    LinkPages(PublishedNewsletters newsletters, Subscriptions subscriptions) {
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/newsletter/confirm/{token}")
    Mono<Rendering> askToConfirm(
            @PathVariable String token, Visitor visitor, ServerWebExchange exchange) {
        return subscriptions
                .look(new Link(checked(token)))
                .map(found ->
                        Boolean.TRUE.equals(found.confirmed())
                                ? doneBefore("confirmed", found.programmeId(), visitor, exchange)
                                : question(CONFIRM, token)
                                        .modelAttribute("name", found.newsletter())
                                        .modelAttribute("address", found.address())
                                        .build())
                .onErrorResume(problem -> is(410, problem), _ -> Mono.just(over(CONFIRM)))
                .onErrorResume(LinkPages::isNotKnownNow, _ -> unnamed(CONFIRM, token));
    }

    @PostMapping("/newsletter/confirm/{token}")
    Mono<Rendering> confirm(
            @PathVariable String token, Visitor visitor, ServerWebExchange exchange) {
        return subscriptions
                .confirm(
                        new Confirmation(
                                checked(token),
                                Subscriptions.CONSENT_BESIDE_THE_BUTTON,
                                visitor.language().tag()))
                .map(confirmed -> done("confirmed", confirmed, exchange))
                .onErrorResume(problem -> is(410, problem), _ -> Mono.just(over(CONFIRM)));
    }

    @GetMapping("/newsletter/unsubscribe/{token}")
    Mono<Rendering> askToUnsubscribe(
            @PathVariable String token, Visitor visitor, ServerWebExchange exchange) {
        return subscriptions
                .look(checked(token))
                .map(found ->
                        found.ended()
                                ? doneBefore("unsubscribed", found.programmeId(), visitor, exchange)
                                : askToUnsubscribe(token, found, exchange))
                .onErrorResume(problem -> is(404, problem), _ -> Mono.just(over(UNSUBSCRIBE)))
                .onErrorResume(LinkPages::isNotKnownNow, _ -> unnamed(UNSUBSCRIBE, token));
    }

    private Rendering askToUnsubscribe(String token, Linked found, ServerWebExchange exchange) {
        var page = question(UNSUBSCRIBE, token);
        newsletters
                .of(found.programmeId(), exchange)
                .ifPresent(programme -> page.modelAttribute("name", name(programme)));
        return page.build();
    }

    private Rendering doneBefore(
            String what, UUID programme, Visitor visitor, ServerWebExchange exchange) {
        var its = newsletters.of(programme, exchange).map(Programme::slug);
        return donePage(what, its.orElse(null), visitor, exchange)
                .modelAttribute("before", true)
                .build();
    }

    /// The page asks without a name where that is late.
    private static boolean isNotKnownNow(Throwable failure) {
        return failure instanceof ServiceProblem || failure instanceof ServiceUnavailable;
    }

    /// By the button, or in one click by a mail program (RFC 8058), whose body may have either of
    /// two forms and which follows no redirect: whatever does not come from the button is that.
    @PostMapping("/newsletter/unsubscribe/{token}")
    Mono<Rendering> unsubscribe(
            @PathVariable String token, Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form ->
                        form.getFirst("button") != null
                                ? unsubscribe(token, "page")
                                        .map(ended -> done("unsubscribed", ended, exchange))
                                : unsubscribe(token, "one-click")
                                        .map(_ ->
                                                done(
                                                        "unsubscribed",
                                                        (String) null,
                                                        visitor,
                                                        exchange)))
                .onErrorResume(problem -> is(404, problem), _ -> Mono.just(over(UNSUBSCRIBE)));
    }

    private Mono<Acknowledged> unsubscribe(String token, String how) {
        return subscriptions.end(checked(token), new Farewell(how));
    }

    private static boolean is(int status, Throwable problem) {
        return problem instanceof ServiceProblem refused && refused.status() == status;
    }

    private static String checked(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new NoSuchPage();
        }
        return token;
    }

    private static Rendering.Builder<?> question(String kind, String token) {
        return Rendering.view("newsletter-question")
                .header("Cache-Control", "no-store")
                .modelAttribute("kind", kind)
                .modelAttribute("token", token);
    }

    private static Mono<Rendering> unnamed(String kind, String token) {
        return Mono.just(question(kind, token).build());
    }

    private static String name(Programme programme) {
        return Objects.requireNonNull(programme.newsletter()).name();
    }

    private static Rendering over(String kind) {
        return Rendering.view("newsletter-over")
                .status(HttpStatus.GONE)
                .modelAttribute("kind", kind)
                .build();
    }

    /// A page without the token in its address.
    private Rendering done(String what, Acknowledged answer, ServerWebExchange exchange) {
        var slug = newsletters.of(answer.programmeId(), exchange).map(Programme::slug).orElse("");
        return Rendering.redirectTo("/newsletter/" + what + "?newsletter=" + slug)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    @GetMapping("/newsletter/confirmed")
    Rendering confirmed(
            @RequestParam(required = false) @Nullable String newsletter,
            Visitor visitor,
            ServerWebExchange exchange) {
        return done("confirmed", newsletter, visitor, exchange);
    }

    @GetMapping("/newsletter/unsubscribed")
    Rendering unsubscribed(
            @RequestParam(required = false) @Nullable String newsletter,
            Visitor visitor,
            ServerWebExchange exchange) {
        return done("unsubscribed", newsletter, visitor, exchange);
    }

    private Rendering done(
            String what, @Nullable String newsletter, Visitor visitor, ServerWebExchange exchange) {
        return donePage(what, newsletter, visitor, exchange).build();
    }

    private Rendering.Builder<?> donePage(
            String what, @Nullable String newsletter, Visitor visitor, ServerWebExchange exchange) {
        var page =
                Rendering.view("newsletter-done")
                        .header("Cache-Control", "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("kind", what);
        Optional.ofNullable(newsletter)
                .flatMap(slug -> newsletters.of(slug, exchange))
                .ifPresent(programme -> {
                    page.modelAttribute("programme", programme);
                    page.modelAttribute("name", name(programme));
                });
        return page;
    }
}
