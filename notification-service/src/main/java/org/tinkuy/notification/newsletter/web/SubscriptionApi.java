package org.tinkuy.notification.newsletter.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.newsletter.AskToSubscribe;
import org.tinkuy.notification.newsletter.ConfirmSubscription;
import org.tinkuy.notification.newsletter.Consent;
import org.tinkuy.notification.newsletter.LookAtLinks;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.SubscriptionRequest;
import org.tinkuy.notification.newsletter.Unsubscribe;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Into a newsletter by two steps, out of it by one. Nobody has to sign in for any of them.
@RestController
class SubscriptionApi {

    private final AskToSubscribe askToSubscribe;
    private final ConfirmSubscription confirmSubscription;
    private final Unsubscribe unsubscribe;
    private final LookAtLinks lookAtLinks;
    private final Clock clock;

    SubscriptionApi(
            AskToSubscribe askToSubscribe,
            ConfirmSubscription confirmSubscription,
            Unsubscribe unsubscribe,
            LookAtLinks lookAtLinks,
            Clock clock) {
        this.askToSubscribe = askToSubscribe;
        this.confirmSubscription = confirmSubscription;
        this.unsubscribe = unsubscribe;
        this.lookAtLinks = lookAtLinks;
        this.clock = clock;
    }

    /// @param consent the version of the text that the visitor read beside the form, one of
    ///   `/api/newsletters/consents`: it is kept with the language and the moment
    record Ask(
            @Nullable String address,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String consent) {

        SubscriptionRequest.Typed typed() {
            return new SubscriptionRequest.Typed(address, language, timeZone, consent);
        }
    }

    /// @param acknowledgement by language: what the programme says to whoever enters an address
    record Acknowledged(UUID programmeId, String newsletter, Map<String, String> acknowledgement) {

        static Acknowledged of(Newsletter newsletter) {
            return new Acknowledged(
                    newsletter.programme().value(),
                    newsletter.name(),
                    newsletter.acknowledgement().byLanguage());
        }
    }

    @PostMapping("/api/newsletters/{programmeId}/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Acknowledged> ask(@PathVariable UUID programmeId, @RequestBody Ask ask) {
        return Uncancelled.run(
                        Mono.deferContextual(context ->
                                askToSubscribe.ask(
                                        new ProgrammeId(programmeId),
                                        ask.typed(),
                                        Traces.current(context),
                                        clock.instant())))
                .map(Acknowledged::of);
    }

    /// @param consent the version of the text beside the button, one of `/api/newsletters/consents`
    /// @param language in which it was read; absent: that of the subscription
    record Confirmation(
            @Nullable String token, @Nullable String consent, @Nullable String language) {

        ConfirmSubscription.Typed typed() {
            return new ConfirmSubscription.Typed(token, consent, language);
        }
    }

    @PostMapping("/api/newsletter-confirmations")
    Mono<Acknowledged> confirm(@RequestBody Confirmation confirmation) {
        return Uncancelled.run(
                        Mono.defer(() ->
                                confirmSubscription.confirm(confirmation.typed(), clock.instant())))
                .map(Acknowledged::of);
    }

    record Link(@Nullable String token) {}

    /// @param address which receives it once it is confirmed
    /// @param confirmed whether it is already
    record Confirmable(UUID programmeId, String newsletter, String address, boolean confirmed) {}

    @PostMapping("/api/newsletter-confirmations/preview")
    Mono<Confirmable> lookAtConfirmation(@RequestBody Link link) {
        return lookAtLinks
                .toConfirm(link.token(), clock.instant())
                .map(found ->
                        new Confirmable(
                                found.newsletter().programme().value(),
                                found.newsletter().name(),
                                found.address(),
                                found.confirmed()));
    }

    /// @param ended whether it was ended before
    record Linked(UUID programmeId, boolean ended) {}

    @GetMapping("/api/unsubscriptions/{token}")
    Mono<Linked> lookAtSubscription(@PathVariable String token) {
        return lookAtLinks
                .toUnsubscribe(token)
                .map(found -> new Linked(found.programme().value(), found.ended()));
    }

    /// Who presses the button; small letters in the API.
    enum Presser {
        /// Somebody on a page.
        PAGE(Consent.How.PAGE),
        /// A mail program by itself (RFC 8058).
        ONE_CLICK(Consent.How.ONE_CLICK);

        private final Consent.How how;

        Presser(Consent.How how) {
            this.how = how;
        }
    }

    /// @param how absent: on a page
    record Farewell(@Nullable Presser how) {}

    record Ended(UUID programmeId) {}

    @PostMapping("/api/unsubscriptions/{token}")
    Mono<Ended> end(
            @PathVariable String token, @RequestBody(required = false) @Nullable Farewell body) {
        var how = body == null || body.how() == null ? Consent.How.PAGE : body.how().how;
        return Uncancelled.run(
                        Mono.defer(() -> unsubscribe.unsubscribe(token, how, clock.instant())))
                .map(programme -> new Ended(programme.value()));
    }
}
