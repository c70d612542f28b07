package org.tinkuy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationNews;
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
    public Mono<Void> registrationsChanged(List<RegistrationNews> changes, Instant now) {
        var told =
                changes.stream()
                        .filter(RegistrationNews::isNews)
                        .flatMap(news -> Told.of(news).stream())
                        .filter(one -> one.part().expiresAt().isAfter(now))
                        .toList();
        return told.isEmpty()
                ? Mono.empty()
                : recipients
                        .erased(people(told))
                        .map(erased -> told.stream().filter(one -> !one.isTo(erased)).toList())
                        .flatMap(this::tell);
    }

    private static Set<RecipientId> people(List<Told> told) {
        return told.stream()
                .map(one -> one.part().change().recipient())
                .collect(Collectors.toSet());
    }

    private Mono<Void> tell(List<Told> told) {
        if (told.isEmpty()) {
            return Mono.empty();
        }
        return notices.keepParts(told.stream().map(Told::part).toList()).then(enqueue(acts(told)));
    }

    /// An act that confirms some and puts others on the waiting list is told as a confirmation.
    private static Map<String, Told> acts(List<Told> told) {
        return told.stream()
                .collect(
                        Collectors.toMap(
                                one -> one.part().dedupeKey(),
                                Function.identity(),
                                (first, other) -> other.isConfirmation() ? other : first));
    }

    private Mono<Void> enqueue(Map<String, Told> acts) {
        return deliveries
                .enqueueNew(acts.values().stream().map(Told::delivery).toList())
                .map(added ->
                        acts.entrySet().stream()
                                .filter(act -> act.getValue().isConfirmation())
                                .map(Map.Entry::getKey)
                                .filter(key -> !added.contains(key))
                                .toList())
                .flatMap(earlier ->
                        earlier.isEmpty()
                                ? Mono.empty()
                                : deliveries.becomes(earlier, DeliveryKind.REGISTRATION_CONFIRMED));
    }

    private record Told(NoticePart part, @Nullable String traceparent) {

        static Optional<Told> of(RegistrationNews news) {
            return NoticePart.of(news.change()).map(part -> new Told(part, news.traceparent()));
        }

        boolean isTo(Set<RecipientId> people) {
            return people.contains(part.change().recipient());
        }

        boolean isConfirmation() {
            return part.kind() == DeliveryKind.REGISTRATION_CONFIRMED;
        }

        NewDelivery delivery() {
            return part.delivery(traceparent);
        }
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
