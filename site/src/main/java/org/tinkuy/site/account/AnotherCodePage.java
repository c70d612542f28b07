package org.tinkuy.site.account;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.CodeView.Answer;
import org.tinkuy.site.account.SignIns.OpenedChallenge;
import org.tinkuy.site.account.SignIns.PendingSession;
import org.tinkuy.site.account.SignIns.Registered;
import org.tinkuy.site.account.SignIns.Registration;
import org.tinkuy.site.account.SignIns.RenewRequest;
import org.tinkuy.site.account.SignIns.Renewed;
import org.tinkuy.site.account.SignIns.SignInRequest;
import org.tinkuy.site.page.LocalPath;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.FormKey;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.SignInChallenge;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Another code to the same address, for what the former one was to confirm: a seat is held on.
/// Where the former one is forgotten, it is asked for as at first.
@Controller
class AnotherCodePage {

    /// The service knows nothing to renew: the code was used, or is gone.
    private static final Set<Integer> FORGOTTEN = Set.of(404, 410);

    private final SignIns signIns;
    private final CodeView view;
    private final Cookies cookies;
    private final Clock clock;

    AnotherCodePage(SignIns signIns, CodeView view, Cookies cookies, Clock clock) {
        this.signIns = signIns;
        this.view = view;
        this.cookies = cookies;
        this.clock = clock;
    }

    @PostMapping("/sign-in/code/again")
    Mono<Rendering> send(Visitor visitor, ServerWebExchange exchange) {
        var pending = cookies.pending(exchange.getRequest());
        if (pending.isEmpty()) {
            return Mono.just(SignInPages.seeOther("/sign-in/code"));
        }
        return exchange.getFormData()
                .map(form -> LocalPath.of(form.getFirst("next"), SignInPages.LANDING))
                .flatMap(next -> send(pending.get(), next, visitor, exchange));
    }

    private Mono<Rendering> send(
            Pending pending, String next, Visitor visitor, ServerWebExchange exchange) {
        return ask(pending, visitor, exchange)
                .map(renewed -> goOn(renewed, pending, next, exchange))
                .onErrorResume(
                        ServiceProblem.class,
                        refused ->
                                Mono.just(
                                        stay(
                                                CodeFault.ofAnother(refused),
                                                pending,
                                                next,
                                                visitor,
                                                exchange)))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                Mono.just(
                                        stay(
                                                CodeFault.UNAVAILABLE,
                                                pending,
                                                next,
                                                visitor,
                                                exchange)));
    }

    private Mono<Renewed> ask(Pending pending, Visitor visitor, ServerWebExchange exchange) {
        var former = cookies.challenge(exchange.getRequest());
        return former.isEmpty()
                ? askAnew(pending, visitor)
                : signIns.renew(
                                former.get().id(),
                                new RenewRequest(
                                        former.get().browserSecret(), visitor.language().tag()))
                        .onErrorResume(
                                ServiceProblem.class,
                                refused ->
                                        FORGOTTEN.contains(refused.status())
                                                ? askAnew(pending, visitor)
                                                : Mono.error(refused));
    }

    private Mono<Renewed> askAnew(Pending pending, Visitor visitor) {
        var language = visitor.language().tag();
        var zone = visitor.timeZone() == null ? null : visitor.timeZone().getId();
        var form = pending.form();
        if (form == null) {
            return signIns.start(new SignInRequest(pending.address(), language, zone))
                    .map(OpenedChallenge::renewed);
        }
        var registration =
                new Registration(
                        pending.address(),
                        form.name(),
                        language,
                        zone,
                        pending.seats().keySet().stream().sorted().toList());
        return signIns.register(registration, FormKey.fresh().of(registration.toString()))
                .map(Registered::renewed);
    }

    private Rendering goOn(
            Renewed renewed, Pending pending, String next, ServerWebExchange exchange) {
        var until = renewed.notMailedUntil();
        var former = cookies.challenge(exchange.getRequest());
        if (until != null && former.isPresent()) {
            cookies.startChallenge(
                    exchange.getResponse(),
                    former.get(),
                    pending.without(until, seats(renewed.registrations())));
            return SignInPages.seeOther("/sign-in/code?next=" + next);
        }
        cookies.startChallenge(
                exchange.getResponse(),
                new SignInChallenge(renewed.challengeId(), renewed.browserSecret()),
                pending.again(renewed.expiresAt(), until, seats(renewed.registrations())));
        return SignInPages.seeOther(
                "/sign-in/code?" + (until == null ? "again=true&" : "") + "next=" + next);
    }

    private static Map<UUID, Pending.Seat> seats(List<PendingSession> sessions) {
        return sessions.stream()
                .collect(
                        toMap(
                                PendingSession::sessionId,
                                PendingSession::pendingSeat,
                                (first, _) -> first));
    }

    /// The code that was sent before may be typed as long as it is good.
    private Rendering stay(
            CodeFault fault,
            Pending pending,
            String next,
            Visitor visitor,
            ServerWebExchange exchange) {
        var now = clock.instant();
        return view.failed(
                new Answer("", next),
                pending.isOver(now) ? fault.whenOver() : fault,
                visitor,
                exchange);
    }
}
