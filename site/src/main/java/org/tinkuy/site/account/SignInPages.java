package org.tinkuy.site.account;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.SignIns.OpenedChallenge;
import org.tinkuy.site.account.SignIns.RenewRequest;
import org.tinkuy.site.account.SignIns.RenewedChallenge;
import org.tinkuy.site.account.SignIns.RenewedSession;
import org.tinkuy.site.account.SignIns.SignInRequest;
import org.tinkuy.site.page.LocalPath;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.SignInChallenge;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// An address, and a code is on its way. The answer is the same whether the address is known.
@Controller
class SignInPages {

    static final String OWN_PAGE = "/registrations";

    private final SignIns signIns;
    private final Cookies cookies;

    SignInPages(SignIns signIns, Cookies cookies) {
        this.signIns = signIns;
        this.cookies = cookies;
    }

    @GetMapping("/sign-in")
    Rendering ask(@RequestParam(required = false) @Nullable String next, Visitor visitor) {
        var goOn = LocalPath.of(next, OWN_PAGE);
        return visitor.isSignedIn() ? seeOther(goOn) : form("", goOn, null, HttpStatus.OK);
    }

    @PostMapping("/sign-in")
    Mono<Rendering> send(Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var address = form.getFirst("address");
                    return send(
                            address == null ? "" : address.strip(),
                            LocalPath.of(form.getFirst("next"), OWN_PAGE),
                            visitor,
                            exchange);
                });
    }

    /// Another code to the same address, for what the former one was to confirm.
    @PostMapping("/sign-in/code/again")
    Mono<Rendering> sendAgain(Visitor visitor, ServerWebExchange exchange) {
        var pending = cookies.pending(exchange.getRequest());
        var former = cookies.challenge(exchange.getRequest());
        if (pending.isEmpty() || former.isEmpty()) {
            return Mono.just(seeOther("/sign-in"));
        }
        return exchange.getFormData()
                .map(form -> LocalPath.of(form.getFirst("next"), OWN_PAGE))
                .flatMap(next ->
                        shown(
                                renew(former.get(), visitor)
                                        .map(renewed ->
                                                wait(
                                                        new OpenedChallenge(
                                                                renewed.challengeId(),
                                                                renewed.browserSecret(),
                                                                renewed.expiresAt()),
                                                        new Pending(
                                                                pending.get().address(),
                                                                renewed.expiresAt(),
                                                                seats(renewed)),
                                                        "again=true&next=" + next,
                                                        exchange)),
                                pending.get().address(),
                                next));
    }

    private Mono<RenewedChallenge> renew(SignInChallenge former, Visitor visitor) {
        return signIns.renew(
                former.id(), new RenewRequest(former.browserSecret(), visitor.language().tag()));
    }

    private static Map<UUID, String> seats(RenewedChallenge renewed) {
        return renewed.registrations().stream()
                .collect(toMap(RenewedSession::sessionId, RenewedSession::seat));
    }

    private Mono<Rendering> send(
            String address, String next, Visitor visitor, ServerWebExchange exchange) {
        return shown(
                start(address, visitor)
                        .map(challenge ->
                                wait(
                                        challenge,
                                        new Pending(address, challenge.expiresAt(), Map.of()),
                                        "next=" + next,
                                        exchange)),
                address,
                next);
    }

    private static Mono<Rendering> shown(Mono<Rendering> sent, String address, String next) {
        return sent.onErrorResume(
                        ServiceProblem.class,
                        refused ->
                                Mono.just(
                                        form(
                                                address,
                                                next,
                                                fault(address, refused),
                                                HttpStatus.UNPROCESSABLE_CONTENT)))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                Mono.just(
                                        form(
                                                address,
                                                next,
                                                "fault.unavailable",
                                                HttpStatus.SERVICE_UNAVAILABLE)));
    }

    private Mono<OpenedChallenge> start(String address, Visitor visitor) {
        var zone = visitor.timeZone();
        return signIns.start(
                new SignInRequest(
                        address, visitor.language().tag(), zone == null ? null : zone.getId()));
    }

    private Rendering wait(
            OpenedChallenge challenge, Pending pending, String query, ServerWebExchange exchange) {
        cookies.startChallenge(
                exchange.getResponse(),
                new SignInChallenge(challenge.challengeId(), challenge.browserSecret()),
                pending);
        return seeOther("/sign-in/code?" + query);
    }

    private static String fault(String address, ServiceProblem refused) {
        if (address.isEmpty()) {
            return "fault.address.required";
        }
        if (refused.is("challenge-over")) {
            return "fault.code.over";
        }
        return refused.status() == 429 ? "fault.too-many-requests" : "fault.invalid-address";
    }

    private static Rendering form(
            String address, String next, @Nullable String fault, HttpStatus status) {
        var form = Rendering.view("sign-in").status(status);
        form.modelAttribute("address", address).modelAttribute("next", next);
        if (fault != null) {
            form.modelAttribute("fault", fault);
        }
        return form.build();
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
