package org.tinkuy.site.account;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.account.CodeView.Answer;
import org.tinkuy.site.account.SignIns.ConfirmRequest;
import org.tinkuy.site.account.SignIns.OpenedDeviceSession;
import org.tinkuy.site.account.SignIns.SettledSession;
import org.tinkuy.site.page.LocalPath;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Outcomes;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.SignInChallenge;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where the mailed code is typed, and where the mailed link leads. Opening either confirms
/// nothing: mail scanners open links, too.
@Controller
class CodePages {

    private static final String CONFIRM = "confirm";

    private final SignIns signIns;
    private final CodeView view;
    private final Cookies cookies;
    private final Clock clock;

    CodePages(SignIns signIns, CodeView view, Cookies cookies, Clock clock) {
        this.signIns = signIns;
        this.view = view;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping("/sign-in/code")
    Rendering type(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String again,
            Visitor visitor,
            ServerWebExchange exchange) {
        var answer = new Answer("", LocalPath.of(next, SignInPages.LANDING));
        if (cookies.challenge(exchange.getRequest()).isEmpty()) {
            return withoutChallenge(answer, visitor, exchange);
        }
        if (isOver(exchange.getRequest())) {
            return view.failed(answer, CodeFault.OVER, visitor, exchange);
        }
        var page = view.page(answer, null, HttpStatus.OK, visitor, exchange);
        return again == null ? page.build() : page.modelAttribute("again", true).build();
    }

    private boolean isOver(ServerHttpRequest request) {
        return cookies.pending(request)
                .filter(pending -> pending.isOver(clock.instant()))
                .isPresent();
    }

    @PostMapping("/sign-in/code")
    Mono<Rendering> confirm(Visitor visitor, ServerWebExchange exchange) {
        var challenge = cookies.challenge(exchange.getRequest());
        return answer(exchange).flatMap(answer -> confirm(challenge, answer, visitor, exchange));
    }

    /// The mailed link: a button here, the code to carry over in any other browser.
    @GetMapping("/sign-in/{challengeId}")
    Mono<Rendering> link(
            @PathVariable String challengeId,
            @RequestParam(required = false) @Nullable String code,
            Visitor visitor,
            ServerWebExchange exchange) {
        var digits = CodeFault.digits(code).orElseThrow(NoSuchPage::new);
        return viewOf(id(challengeId), visitor, exchange.getRequest())
                .map(name ->
                        name.equals(CONFIRM) && isOver(exchange.getRequest())
                                ? view.failed(
                                        new Answer("", SignInPages.LANDING),
                                        CodeFault.OVER,
                                        visitor,
                                        exchange)
                                : view.link(name, digits, challengeId, visitor, exchange));
    }

    private Mono<String> viewOf(UUID linked, Visitor visitor, ServerHttpRequest request) {
        var isDone = linked.equals(cookies.outcomes(request).challenge());
        if (visitor.isSignedIn() && isDone) {
            return Mono.just("code-done");
        }
        var here = cookies.challenge(request).map(SignInChallenge::id);
        if (here.filter(linked::equals).isPresent()) {
            return Mono.just(CONFIRM);
        }
        // Whoever asked again here may find the earlier mail first; ids grow with time.
        return here.filter(id -> linked.toString().compareTo(id.toString()) < 0).isPresent()
                ? Mono.just("code-older")
                : signIns.state(linked).map(CodePages::viewElsewhere);
    }

    private static String viewElsewhere(SignIns.CodeState code) {
        return switch (code.state()) {
            case "open" -> "carry-over";
            case "renewed" -> "code-older";
            default -> "code-over";
        };
    }

    @PostMapping("/sign-in/{challengeId}")
    Mono<Rendering> confirmLink(
            @PathVariable String challengeId, Visitor visitor, ServerWebExchange exchange) {
        var challenge = own(challengeId, exchange);
        return answer(exchange).flatMap(answer -> confirm(challenge, answer, visitor, exchange));
    }

    private Optional<SignInChallenge> own(String challengeId, ServerWebExchange exchange) {
        var id = id(challengeId);
        return cookies.challenge(exchange.getRequest())
                .filter(challenge -> challenge.id().equals(id));
    }

    private static UUID id(String challengeId) {
        try {
            return UUID.fromString(challengeId);
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
    }

    private static Mono<Answer> answer(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form ->
                        new Answer(
                                Objects.requireNonNullElse(form.getFirst("code"), ""),
                                LocalPath.of(form.getFirst("next"), SignInPages.LANDING)));
    }

    private Mono<Rendering> confirm(
            Optional<SignInChallenge> challenge,
            Answer answer,
            Visitor visitor,
            ServerWebExchange exchange) {
        if (challenge.isEmpty()) {
            return Mono.just(withoutChallenge(answer, visitor, exchange));
        }
        var digits = CodeFault.digits(answer.code());
        if (digits.isEmpty()) {
            return Mono.just(view.failed(answer, CodeFault.NO_CODE, visitor, exchange));
        }
        var request =
                new ConfirmRequest(
                        challenge.get().browserSecret(),
                        digits.get(),
                        DeviceLabel.of(exchange.getRequest().getHeaders().getFirst("User-Agent")));
        return signIns.confirm(challenge.get().id(), request, visitor)
                .map(opened -> goOn(challenge.get().id(), opened, answer, exchange))
                .onErrorResume(
                        ServiceProblem.class,
                        refused ->
                                Mono.just(
                                        refused(CodeFault.of(refused), answer, visitor, exchange)))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                Mono.just(
                                        view.failed(
                                                answer, CodeFault.UNAVAILABLE, visitor, exchange)));
    }

    private Rendering goOn(
            UUID challenge, OpenedDeviceSession opened, Answer answer, ServerWebExchange exchange) {
        var registered =
                cookies.pending(exchange.getRequest()).filter(Pending::ofRegistration).isPresent();
        var response = exchange.getResponse();
        cookies.openDeviceSession(response, opened.token(), opened.expiresAt());
        cookies.endChallenge(response);
        cookies.tell(response, outcomes(challenge, opened));
        return SignInPages.seeOther(
                registered ? SignInPages.OWN_PAGE + "?done=confirmed" : answer.next());
    }

    private static Outcomes outcomes(UUID challenge, OpenedDeviceSession opened) {
        var sessions =
                Objects.requireNonNullElse(opened.registrations(), List.<SettledSession>of());
        return new Outcomes(
                sessions.stream()
                        .collect(
                                toMap(
                                        SettledSession::sessionId,
                                        SettledSession::outcome,
                                        (first, _) -> first)),
                challenge);
    }

    /// What is sent after going back from there is not to lead to the same dead code again, nor
    /// does the page ask for it when it is loaded once more.
    private Rendering refused(
            CodeFault fault, Answer answer, Visitor visitor, ServerWebExchange exchange) {
        if (fault.over()) {
            cookies.forgetFormKey(exchange.getResponse());
            cookies.endCode(exchange);
        }
        return view.failed(answer, fault, visitor, exchange);
    }

    /// Whoever goes back after it was done, or knows of no code here.
    private Rendering withoutChallenge(Answer answer, Visitor visitor, ServerWebExchange exchange) {
        if (visitor.isSignedIn() && cookies.pending(exchange.getRequest()).isEmpty()) {
            return Rendering.view("code-done").header("Cache-Control", "no-store").build();
        }
        var fault =
                Cookies.keepsNone(exchange.getRequest()) ? CodeFault.NO_COOKIES : CodeFault.OVER;
        return view.failed(answer, fault, visitor, exchange);
    }
}
