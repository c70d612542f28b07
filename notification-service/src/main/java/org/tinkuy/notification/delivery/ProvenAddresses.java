package org.tinkuy.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.AfterCommit;
import org.tinkuy.notification.delivery.EndedDeliveries.Again;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import reactor.core.publisher.Mono;

/// Somebody has shown that mail reaches them: by a code, or by the link of a mail. What a mail
/// server said of the address before is wrong, and what was not sent because of it goes out now, as
/// far as it is of use still. A newsletter's copies are left to its editors.
@Component
public class ProvenAddresses implements NewsFollower {

    private final Suppressions suppressions;
    private final Recipients recipients;
    private final EndedDeliveries ended;
    private final NewsForWorkers workers;
    private final Clock clock;

    ProvenAddresses(
            Suppressions suppressions,
            Recipients recipients,
            EndedDeliveries ended,
            NewsForWorkers workers,
            Clock clock) {
        this.suppressions = suppressions;
        this.recipients = recipients;
        this.ended = ended;
        this.workers = workers;
        this.clock = clock;
    }

    /// In the caller's transaction.
    @Override
    public Mono<Void> addressesProven(Map<String, Instant> provenAt) {
        return suppressions
                .liftProven(provenAt)
                .filter(lifted -> !lifted.isEmpty())
                .flatMap(recipients::withAddresses)
                .filter(people -> !people.isEmpty())
                .flatMap(this::sendWhatWasHeldBack);
    }

    private Mono<Void> sendWhatWasHeldBack(Set<RecipientId> people) {
        return ended.sendSuppressed(people, clock.instant())
                .collectList()
                .filter(begun -> !begun.isEmpty())
                .flatMap(begun -> AfterCommit.run(() -> Again.ready(begun).forEach(workers::ring)));
    }

    /// [ForgetRecipient] does.
    @Override
    public Mono<Void> recipientErased(
            RecipientId recipient, Optional<String> address, Instant now) {
        return Mono.empty();
    }
}
