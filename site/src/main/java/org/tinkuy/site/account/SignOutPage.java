package org.tinkuy.site.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

@Controller
class SignOutPage {

    private static final Logger log = LoggerFactory.getLogger(SignOutPage.class);

    private final SignIns signIns;
    private final Cookies cookies;

    SignOutPage(SignIns signIns, Cookies cookies) {
        this.signIns = signIns;
        this.cookies = cookies;
    }

    /// Whoever leaves a shared device must be able to: the cookie goes, even when the service that
    /// closes the device session is away.
    @PostMapping("/sign-out")
    Mono<Rendering> signOut(Visitor visitor, ServerWebExchange exchange) {
        cookies.closeDeviceSession(exchange.getResponse());
        cookies.endChallenge(exchange.getResponse());
        return close(visitor).thenReturn(SignInPages.seeOther("/"));
    }

    private Mono<Void> close(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            return Mono.empty();
        }
        return signIns.end(visitor)
                .onErrorResume(
                        failure ->
                                failure instanceof ServiceProblem
                                        || failure instanceof ServiceUnavailable,
                        failure -> {
                            log.warn("Signed out in the browser only: {}", failure.getMessage());
                            return Mono.empty();
                        });
    }
}
