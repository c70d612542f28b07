package org.tinkuy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationChange;
import reactor.core.publisher.Mono;

/// Tells a person what became of a registration, in one mail per act. A state that says nothing new
/// (registration-service writes its topic again) is told to nobody.
@Component
class AnnounceRegistration implements NewsFollower {

    private final Notices notices;
    private final Deliveries deliveries;
    private final Recipients recipients;
    private final NewsForWorkers workers;

    AnnounceRegistration(
            Notices notices, Deliveries deliveries, Recipients recipients, NewsForWorkers workers) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.workers = workers;
    }

    @Override
    public Mono<Void> registrationChanged(
            RegistrationChange change, boolean isNews, @Nullable String traceparent, Instant now) {
        return Mono.justOrEmpty(NoticePart.of(change))
                .filter(part -> isNews && part.expiresAt().isAfter(now))
                .filterWhen(_ -> recipients.isErased(change.recipient()).map(erased -> !erased))
                .flatMap(part -> notices.keep(part).then(enqueue(part, traceparent)));
    }

    /// An act that confirms some and puts others on the waiting list is told as a confirmation.
    private Mono<Void> enqueue(NoticePart part, @Nullable String traceparent) {
        return deliveries
                .enqueue(List.of(part.delivery(traceparent)))
                .filter(added -> added == 0 && part.kind() == DeliveryKind.REGISTRATION_CONFIRMED)
                .flatMap(_ -> deliveries.becomes(part.dedupeKey(), part.kind()));
    }

    /// What waited for them ends, and with it goes what it tells of.
    @Override
    public Mono<Void> recipientErased(
            RecipientId recipient, Optional<String> address, Instant now) {
        return Mono.empty();
    }

    /// Whatever was written may have been the last thing that a notice waited for.
    @Override
    public void written() {
        workers.ring(Lane.NOTICES);
    }
}
