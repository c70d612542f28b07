package org.tinkuy.site.account;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.SignIns.ConfirmRequest;
import org.tinkuy.site.account.SignIns.OpenedDeviceSession;
import org.tinkuy.site.page.LocalPath;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.web.PageSchedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.SignInChallenge;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where the mailed code is typed, and where the mailed link leads. Opening either confirms
/// nothing: mail scanners open links, too.
@Controller
class CodePages {

    private final SignIns signIns;
    private final PageSchedule schedule;
    private final Cookies cookies;
    private final Clock clock;

    CodePages(SignIns signIns, PageSchedule schedule, Cookies cookies, Clock clock) {
        this.signIns = signIns;
        this.schedule = schedule;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// What the visitor registered for.
    ///
    /// @param seat `held`, `not-held` or `waiting-list`
    public record PendingSession(LocatedSession at, String seat) {

        public boolean isFull() {
            return seat.equals("waiting-list");
        }

        /// A message key.
        public String words() {
            return SEATS.contains(seat) ? "code." + seat : "code.waiting-list";
        }
    }

    private static final Set<String> SEATS = Set.of("held", "not-held");

    private record Answer(String code, String next) {}

    @GetMapping("/sign-in/code")
    Rendering type(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String again,
            Visitor visitor,
            ServerWebExchange exchange) {
        var answer = new Answer("", LocalPath.of(next, SignInPages.OWN_PAGE));
        var over =
                cookies.challenge(exchange.getRequest()).isEmpty()
                        || cookies.pending(exchange.getRequest())
                                .map(pending -> pending.isOver(clock.instant()))
                                .orElse(false);
        var page =
                page(
                        answer,
                        over ? CodeFault.OVER : null,
                        over ? HttpStatus.GONE : HttpStatus.OK,
                        visitor,
                        exchange);
        return again == null || over ? page.build() : page.modelAttribute("again", true).build();
    }

    @PostMapping("/sign-in/code")
    Mono<Rendering> confirm(Visitor visitor, ServerWebExchange exchange) {
        var challenge = cookies.challenge(exchange.getRequest());
        return answer(exchange).flatMap(answer -> confirm(challenge, answer, visitor, exchange));
    }

    /// The mailed link: a button here, the code to carry over in any other browser.
    @GetMapping("/sign-in/{challengeId}")
    Rendering link(
            @PathVariable String challengeId,
            @RequestParam(required = false) @Nullable String code,
            ServerWebExchange exchange) {
        var digits = CodeFault.digits(code).orElseThrow(NoSuchPage::new);
        var own = own(challengeId, exchange);
        return Rendering.view(own.isPresent() ? "confirm" : "carry-over")
                .header("Cache-Control", "no-store")
                .modelAttribute("code", digits)
                .modelAttribute("challengeId", challengeId)
                .build();
    }

    @PostMapping("/sign-in/{challengeId}")
    Mono<Rendering> confirmLink(
            @PathVariable String challengeId, Visitor visitor, ServerWebExchange exchange) {
        var challenge = own(challengeId, exchange);
        return answer(exchange).flatMap(answer -> confirm(challenge, answer, visitor, exchange));
    }

    private Optional<SignInChallenge> own(String challengeId, ServerWebExchange exchange) {
        UUID id;
        try {
            id = UUID.fromString(challengeId);
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
        return cookies.challenge(exchange.getRequest())
                .filter(challenge -> challenge.id().equals(id));
    }

    private static Mono<Answer> answer(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form ->
                        new Answer(
                                Objects.requireNonNullElse(form.getFirst("code"), ""),
                                LocalPath.of(form.getFirst("next"), SignInPages.OWN_PAGE)));
    }

    private Mono<Rendering> confirm(
            Optional<SignInChallenge> challenge,
            Answer answer,
            Visitor visitor,
            ServerWebExchange exchange) {
        if (challenge.isEmpty()) {
            return Mono.just(failed(answer, CodeFault.OVER, visitor, exchange));
        }
        var digits = CodeFault.digits(answer.code());
        if (digits.isEmpty()) {
            return Mono.just(failed(answer, CodeFault.NO_CODE, visitor, exchange));
        }
        var request =
                new ConfirmRequest(
                        challenge.get().browserSecret(),
                        digits.get(),
                        DeviceLabel.of(exchange.getRequest().getHeaders().getFirst("User-Agent")));
        return signIns.confirm(challenge.get().id(), request)
                .map(opened -> goOn(opened, answer, exchange))
                .onErrorResume(
                        ServiceProblem.class,
                        refused ->
                                Mono.just(failed(answer, CodeFault.of(refused), visitor, exchange)))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(failed(answer, CodeFault.UNAVAILABLE, visitor, exchange)));
    }

    private Rendering goOn(OpenedDeviceSession opened, Answer answer, ServerWebExchange exchange) {
        var registered =
                cookies.pending(exchange.getRequest()).map(Pending::ofRegistration).orElse(false);
        cookies.openDeviceSession(exchange.getResponse(), opened.token(), opened.expiresAt());
        cookies.endChallenge(exchange.getResponse());
        return SignInPages.seeOther(
                registered ? SignInPages.OWN_PAGE + "?done=confirmed" : answer.next());
    }

    private Rendering failed(
            Answer answer, CodeFault fault, Visitor visitor, ServerWebExchange exchange) {
        return page(answer, fault, fault.status(), visitor, exchange).build();
    }

    private Rendering.Builder<?> page(
            Answer answer,
            @Nullable CodeFault fault,
            HttpStatus status,
            Visitor visitor,
            ServerWebExchange exchange) {
        var page =
                Rendering.view("code")
                        .status(status)
                        .header("Cache-Control", "no-store")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("code", answer.code())
                        .modelAttribute("next", answer.next());
        if (fault != null) {
            page.modelAttribute("fault", fault);
        }
        cookies.pending(exchange.getRequest())
                .ifPresent(pending -> {
                    page.modelAttribute("pending", pending);
                    page.modelAttribute("sessions", sessions(pending, schedule.of(exchange)));
                });
        return page;
    }

    private List<PendingSession> sessions(Pending pending, Schedule schedule) {
        return pending.seats().entrySet().stream()
                .flatMap(seat ->
                        schedule.located(seat.getKey()).stream()
                                .map(at -> new PendingSession(at, seat.getValue())))
                .sorted(Comparator.comparing(PendingSession::at, LocatedSession.BY_BEGINNING))
                .toList();
    }
}
