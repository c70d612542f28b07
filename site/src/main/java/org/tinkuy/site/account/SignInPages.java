package org.tinkuy.site.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.SignIns.OpenedChallenge;
import org.tinkuy.site.account.SignIns.SignInRequest;
import org.tinkuy.site.page.LocalPath;
import org.tinkuy.site.page.SignInFirst;
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

    /// Where whoever came for nothing else goes on.
    static final String LANDING = "/sign-in/done";

    /// Where a mail's link leads.
    private static final Pattern CANCELLATION =
            Pattern.compile("/registrations/[0-9A-Fa-f-]+/cancellation");

    private final SignIns signIns;
    private final Cookies cookies;
    private final Clock clock;

    SignInPages(SignIns signIns, Cookies cookies, Clock clock) {
        this.signIns = signIns;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    Rendering ask(@RequestParam(required = false) @Nullable String next, Visitor visitor) {
        var goOn = LocalPath.of(next, LANDING);
        return visitor.isSignedIn() ? seeOther(goOn) : form("", goOn, null, HttpStatus.OK);
    }

    /// Who has signed in is known with the next request only.
    @GetMapping(LANDING)
    Rendering land(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return seeOther(Objects.requireNonNullElse(visitor.workplace(), OWN_PAGE));
    }

    @PostMapping("/sign-in")
    Mono<Rendering> send(Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var address = form.getFirst("address");
                    return send(
                            address == null ? "" : address.strip(),
                            LocalPath.of(form.getFirst("next"), LANDING),
                            visitor,
                            exchange);
                });
    }

    private Mono<Rendering> send(
            String address, String next, Visitor visitor, ServerWebExchange exchange) {
        return start(address, visitor)
                .map(challenge -> wait(challenge, address, next, exchange))
                .onErrorResume(
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
            OpenedChallenge challenge, String address, String next, ServerWebExchange exchange) {
        if (!keepsTheCodeThatCame(challenge, address, exchange)) {
            cookies.startChallenge(
                    exchange.getResponse(),
                    new SignInChallenge(challenge.challengeId(), challenge.browserSecret()),
                    Pending.signIn(address, challenge.expiresAt(), challenge.notMailedUntil()));
        }
        return seeOther("/sign-in/code?next=" + next);
    }

    /// Where no other was mailed, this browser goes on with the one that it asked for before.
    private boolean keepsTheCodeThatCame(
            OpenedChallenge challenge, String address, ServerWebExchange exchange) {
        var until = challenge.notMailedUntil();
        var former = cookies.challenge(exchange.getRequest());
        var pending = cookies.pending(exchange.getRequest()).filter(known -> same(known, address));
        if (until == null || former.isEmpty() || pending.isEmpty()) {
            return false;
        }
        cookies.startChallenge(
                exchange.getResponse(),
                former.get(),
                pending.get().without(until, pending.get().seats()));
        return true;
    }

    private boolean same(Pending pending, String address) {
        return pending.address().equalsIgnoreCase(address)
                && pending.isCodeThere()
                && !pending.isOver(clock.instant());
    }

    private static String fault(String address, ServiceProblem refused) {
        if (address.isEmpty()) {
            return "fault.address.required";
        }
        return refused.status() == 429 ? "fault.too-many-requests" : refused.addressWords();
    }

    private static Rendering form(
            String address, String next, @Nullable String fault, HttpStatus status) {
        var form = Rendering.view("sign-in").status(status);
        form.modelAttribute("address", address).modelAttribute("next", next);
        why(next).ifPresent(why -> form.modelAttribute("why", why));
        if (fault != null) {
            form.modelAttribute("fault", fault);
        }
        return form.build();
    }

    /// What signing in is for, where it was not asked for by itself; a message key.
    private static Optional<String> why(String next) {
        if (next.equals(LANDING)) {
            return Optional.empty();
        }
        return Optional.of(
                CANCELLATION.matcher(next).matches() ? "sign-in.to-cancel" : "sign-in.to-go-on");
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
