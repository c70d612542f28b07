package org.tinkuy.notification.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.newsletter.Subscriptions.Linked;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// What a mail's link is about, for the page that asks before it does anything. Looking changes
/// nothing.
@Component
public class LookAtLinks {

    private final Subscriptions subscriptions;
    private final Newsletters newsletters;
    private final NotificationSettings settings;

    LookAtLinks(
            Subscriptions subscriptions, Newsletters newsletters, NotificationSettings settings) {
        this.subscriptions = subscriptions;
        this.newsletters = newsletters;
        this.settings = settings;
    }

    /// Which newsletter would be received, and where.
    ///
    /// @param confirmed whether it is already
    public record Confirmable(Newsletter newsletter, String address, boolean confirmed) {}

    /// @param token of the mailed link, unread
    public Mono<Confirmable> toConfirm(@Nullable String token, Instant now) {
        if (token == null || token.isBlank()) {
            return Mono.error(
                    InvalidInput.of("token", "required", "Give the token of the mailed link."));
        }
        return Mono.justOrEmpty(ConfirmationToken.read(token, settings.signInSecret()))
                .flatMap(read -> subscriptions.requested(read.request(), now))
                .flatMap(linked ->
                        newsletters
                                .of(linked.programme())
                                .map(found ->
                                        new Confirmable(
                                                found, linked.address(), linked.confirmed())))
                .switchIfEmpty(Mono.error(ConfirmationOver::new));
    }

    /// Its address is not told: issues are passed on with the link in them.
    public Mono<Linked> toUnsubscribe(String token) {
        return Mono.justOrEmpty(UnsubscribeToken.read(token))
                .flatMap(subscriptions::linked)
                .switchIfEmpty(Mono.error(NotFound::new));
    }
}
