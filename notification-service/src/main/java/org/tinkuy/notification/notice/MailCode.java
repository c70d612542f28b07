package org.tinkuy.notification.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.EndFollower;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// Mails the code that somebody asked for, and keeps the address no longer than that takes.
@Component
public class MailCode implements EndFollower {

    private final Deliveries deliveries;
    private final Notices notices;

    MailCode(Deliveries deliveries, Notices notices) {
        this.deliveries = deliveries;
        this.notices = notices;
    }

    /// A request that is known already is ignored.
    public Mono<Void> mail(CodeRequest request, @Nullable String traceparent) {
        return deliveries
                .enqueue(
                        List.of(
                                new NewDelivery(
                                        request.dedupeKey(),
                                        DeliveryKind.SIGN_IN_CODE,
                                        Channel.MAIL,
                                        new RecipientId(request.challengeId()),
                                        List.of(request.challengeId()),
                                        null,
                                        request.requestedAt(),
                                        request.requestedAt(),
                                        request.expiresAt(),
                                        false,
                                        traceparent)))
                .filter(added -> added > 0)
                .flatMap(_ -> notices.keep(request));
    }

    @Override
    public Mono<Void> ended(List<Delivery> deliveries) {
        var challenges =
                deliveries.stream()
                        .filter(delivery -> delivery.kind() == DeliveryKind.SIGN_IN_CODE)
                        .map(MailCode::challenge)
                        .toList();
        return challenges.isEmpty() ? Mono.empty() : notices.forget(challenges);
    }

    static UUID challenge(Delivery code) {
        return code.about().getFirst();
    }
}
