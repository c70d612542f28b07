package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// Who attends and sets their language reads newsletters in it, too, also where it was theirs
/// already.
@Component
class FollowReaders implements NewsFollower {

    private final Subscriptions subscriptions;

    FollowReaders(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Mono<Void> readersChanged(Collection<Addressee> readers) {
        return readers.isEmpty() ? Mono.empty() : subscriptions.follow(readers);
    }

    /// A subscription is a consent of its own: it ends when its own link says so.
    @Override
    public Mono<Void> recipientErased(
            RecipientId recipient, Optional<String> address, Instant now) {
        return Mono.empty();
    }
}
