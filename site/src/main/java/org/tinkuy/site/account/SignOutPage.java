package org.tinkuy.site.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.site.visitor.Visitors;
import reactor.core.publisher.Mono;

/// Whoever leaves a shared device must be able to: the cookie goes, even when the service that
/// closes the device session is away. The page says so then.
@Controller
class SignOutPage {

    private static final Logger log = LoggerFactory.getLogger(SignOutPage.class);

    private static final String HERE_ONLY = "/sign-out/here";

    private final SignIns signIns;
    private final Cookies cookies;

    SignOutPage(SignIns signIns, Cookies cookies) {
        this.signIns = signIns;
        this.cookies = cookies;
    }

    @PostMapping("/sign-out")
    Mono<Rendering> signOut(Visitor visitor, ServerWebExchange exchange) {
        cookies.closeDeviceSession(exchange.getResponse());
        cookies.endChallenge(exchange.getResponse());
        return isClosed(visitor, exchange)
                .map(closed -> SignInPages.seeOther(closed ? "/" : HERE_ONLY));
    }

    /// Of a page of its own, which the browser asks for without the cookie.
    @GetMapping(HERE_ONLY)
    Rendering here(Visitor visitor) {
        return visitor.isSignedIn()
                ? SignInPages.seeOther("/")
                : Rendering.view("signed-out-here").header("Cache-Control", "no-store").build();
    }

    private Mono<Boolean> isClosed(Visitor visitor, ServerWebExchange exchange) {
        if (!visitor.isSignedIn()) {
            return Mono.just(!Visitors.mayBeSignedIn(exchange));
        }
        return signIns.end(visitor)
                .thenReturn(true)
                .onErrorResume(
                        failure ->
                                failure instanceof ServiceProblem
                                        || failure instanceof ServiceUnavailable,
                        failure -> {
                            log.warn("Signed out in the browser only: {}", failure.getMessage());
                            return Mono.just(false);
                        });
    }
}
