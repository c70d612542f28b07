package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// Somebody was erased: nothing is sent to them any more, and nothing is kept about their address.
@Component
class ForgetRecipient implements NewsFollower {

    private final TidyDeliveries tidy;
    private final Suppressions suppressions;

    ForgetRecipient(TidyDeliveries tidy, Suppressions suppressions) {
        this.tidy = tidy;
        this.suppressions = suppressions;
    }

    @Override
    public Mono<Void> recipientErased(
            RecipientId recipient, Optional<String> address, Instant now) {
        return suppressions
                .lift(address.map(List::of).orElse(List.of()))
                .then(tidy.forget(recipient, now))
                .then();
    }
}
