package org.tinkuy.site.programme.web;

import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.web.Registrations.OpenedChallenge;
import org.tinkuy.site.programme.web.Registrations.Withdrawal;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.SignInChallenge;
import reactor.core.publisher.Mono;

/// What this browser asked for before and has not confirmed: it is not to be in the way of what is
/// asked for now.
@Component
class FormerRequest {

    private record Former(SignInChallenge challenge, Pending pending) {

        boolean isMistyped(RegisterForm form) {
            return !pending.address().equalsIgnoreCase(form.address())
                    && (challenge.id().toString().equals(form.instead())
                            || isSentAgainWithAnotherAddress(form));
        }

        /// Another of the family has another name, or chooses other sessions.
        private boolean isSentAgainWithAnotherAddress(RegisterForm form) {
            return !form.address().isEmpty()
                    && isOfTheSameName(form)
                    && !Collections.disjoint(form.sessions(), pending.seats().keySet());
        }

        /// Whatever its code would confirm, the new one confirms.
        boolean isRepeated(RegisterForm form) {
            return pending.ofRegistration()
                    && pending.address().equalsIgnoreCase(form.address())
                    && isOfTheSameName(form)
                    && form.sessions().containsAll(pending.seats().keySet());
        }

        private boolean isOfTheSameName(RegisterForm form) {
            return pending.form() != null && pending.form().name().equalsIgnoreCase(form.name());
        }
    }

    private final Registrations registrations;
    private final Cookies cookies;
    private final Clock clock;

    FormerRequest(Registrations registrations, Cookies cookies, Clock clock) {
        this.registrations = registrations;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// Somebody mends a mistyped address. What cannot be withdrawn any more holds nothing.
    Mono<Void> withdrawIfMistyped(RegisterForm form, ServerWebExchange exchange) {
        return Mono.justOrEmpty(find(exchange).filter(former -> former.isMistyped(form)))
                .flatMap(this::withdraw)
                .onErrorComplete(ServiceProblem.class);
    }

    /// The form was sent once more: the newer code counts, and with an address that is mended after
    /// that nothing of the former one stays. Where the service is away meanwhile, the former code
    /// stays good beside the newer, and ends by itself.
    Mono<Void> withdrawIfRepeated(
            RegisterForm form, OpenedChallenge newer, ServerWebExchange exchange) {
        return newer.notMailedUntil() != null
                ? Mono.empty()
                : Mono.justOrEmpty(repeated(form, newer, exchange))
                        .flatMap(this::withdraw)
                        .onErrorComplete(ServiceProblem.class)
                        .onErrorComplete(ServiceUnavailable.class);
    }

    /// No other code was mailed: the one that came before is still to be typed.
    Optional<SignInChallenge> challengeToGoOnWith(
            RegisterForm form, OpenedChallenge newer, ServerWebExchange exchange) {
        return newer.notMailedUntil() == null
                ? Optional.empty()
                : repeated(form, newer, exchange).map(Former::challenge);
    }

    private Optional<Former> repeated(
            RegisterForm form, OpenedChallenge newer, ServerWebExchange exchange) {
        return find(exchange)
                .filter(former -> !former.challenge().id().equals(newer.challengeId()))
                .filter(former -> !former.pending().isOver(clock.instant()))
                .filter(former -> former.isRepeated(form));
    }

    private Optional<Former> find(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return cookies.challenge(request)
                .flatMap(challenge ->
                        cookies.pending(request).map(pending -> new Former(challenge, pending)));
    }

    private Mono<Void> withdraw(Former former) {
        var challenge = former.challenge();
        return registrations.withdraw(challenge.id(), new Withdrawal(challenge.browserSecret()));
    }
}
