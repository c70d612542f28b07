package org.tinkuy.notification.newsletter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.ProvenAddresses;
import org.tinkuy.notification.newsletter.ConsentText.Place;
import org.tinkuy.problems.FieldErrors;
import reactor.core.publisher.Mono;

/// The second half of a double opt-in: whoever reads the mail pressed the button. Pressing it again
/// changes nothing.
@Component
public class ConfirmSubscription {

    private final ConsentTexts texts;
    private final Subscriptions subscriptions;
    private final Newsletters newsletters;
    private final ProvenAddresses addresses;
    private final NotificationSettings settings;
    private final TransactionalOperator transaction;

    ConfirmSubscription(
            ConsentTexts texts,
            Subscriptions subscriptions,
            Newsletters newsletters,
            ProvenAddresses addresses,
            NotificationSettings settings,
            TransactionalOperator transaction) {
        this.texts = texts;
        this.subscriptions = subscriptions;
        this.newsletters = newsletters;
        this.addresses = addresses;
        this.settings = settings;
        this.transaction = transaction;
    }

    /// What a page or a program sent, unread.
    ///
    /// @param consent the version of the words beside the button
    /// @param language in which they were read; absent: that of the subscription
    public record Typed(
            @Nullable String token, @Nullable String consent, @Nullable String language) {}

    public Mono<Newsletter> confirm(Typed typed, Instant now) {
        var errors = new FieldErrors();
        if (typed.token() == null || typed.token().isBlank()) {
            errors.wrong("token", "required", "Give the token of the mailed link.");
        }
        var language =
                typed.language() == null
                        ? null
                        : Language.of(errors.language("language", typed.language())).orElse(null);
        var version = texts.version(Place.BUTTON, typed.consent(), language, errors);
        errors.refuseIfAny();
        return Mono.justOrEmpty(
                        ConfirmationToken.read(
                                requireNonNull(typed.token()), settings.signInSecret()))
                .flatMap(read -> subscriptions.confirm(read.request(), now))
                .switchIfEmpty(Mono.error(ConfirmationOver::new))
                .delayUntil(
                        confirmed -> addresses.addressesProven(Map.of(confirmed.address(), now)))
                .delayUntil(confirmed ->
                        confirmed.newly()
                                ? log(confirmed.subscription(), version, language, now)
                                : Mono.empty())
                .as(transaction::transactional)
                .flatMap(confirmed -> newsletters.of(confirmed.subscription().programme()))
                .switchIfEmpty(Mono.error(ConfirmationOver::new));
    }

    private Mono<Void> log(
            Subscriptions.Subscription subscription,
            @Nullable String version,
            @Nullable Language language,
            Instant now) {
        return subscriptions.log(
                new Consent(
                        subscription.id(),
                        Consent.What.CONFIRMED,
                        Consent.How.PAGE,
                        version,
                        language == null ? subscription.language() : language,
                        now));
    }
}
