package org.tinkuy.notification.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryFacts;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.outbox.Outbox;
import org.tinkuy.outbox.OutboxMessage;
import reactor.core.publisher.Mono;

/// `delivery-sent` and `delivery-failed`. What expired has failed for its recipient; of what is
/// left unknown neither is true, so nothing is said.
@Component
class DeliveryMessages implements DeliveryFacts {

    private static final String TOPIC = "deliveries";

    private final Outbox outbox;

    DeliveryMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(List<Judged> ended) {
        var messages =
                ended.stream()
                        .map(one -> message(one.delivery(), one.verdict()))
                        .flatMap(Optional::stream)
                        .toList();
        return messages.isEmpty() ? Mono.empty() : outbox.append(messages);
    }

    static Optional<OutboxMessage> message(Delivery delivery, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sent(var at) -> Optional.of(message("delivery-sent", delivery, at, null));
            case Verdict.Failed(var at, var _, var reason) ->
                    Optional.of(message("delivery-failed", delivery, at, reason));
            case Verdict.Expired(var at, var why) ->
                    Optional.of(message("delivery-failed", delivery, at, why));
            case Verdict.Again _, Verdict.LeftUnknown _ -> Optional.empty();
        };
    }

    private static OutboxMessage message(
            String type, Delivery delivery, Instant at, @Nullable String reason) {
        return new OutboxMessage(
                TOPIC,
                delivery.recipient().value().toString(),
                type,
                delivery.id().value().toString(),
                versionOf(delivery),
                at,
                Body.of(delivery, at, reason),
                delivery.traceparent());
    }

    /// A delivery that failed ends once more when an organiser has it sent again.
    private static long versionOf(Delivery delivery) {
        return delivery.attempts() + 1L;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            UUID id,
            UUID recipientId,
            String kind,
            List<UUID> about,
            Instant at,
            @Nullable String reason) {

        static Body of(Delivery delivery, Instant at, @Nullable String reason) {
            return new Body(
                    delivery.id().value(),
                    delivery.recipient().value(),
                    delivery.kind().label(),
                    delivery.about(),
                    at,
                    reason);
        }
    }
}
