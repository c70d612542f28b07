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

    /// @param traceparent the W3C trace context of the request
    public record Asked(CodeRequest request, @Nullable String traceparent) {

        private NewDelivery delivery() {
            return new NewDelivery(
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
                    traceparent);
        }
    }

    /// Requests that are known already are ignored.
    ///
    /// @return how many were new
    public Mono<Integer> mail(List<Asked> asked) {
        return deliveries
                .enqueueNew(asked.stream().map(Asked::delivery).toList())
                .map(added ->
                        asked.stream()
                                .map(Asked::request)
                                .filter(request -> added.contains(request.dedupeKey()))
                                .toList())
                .delayUntil(added -> added.isEmpty() ? Mono.empty() : notices.keepCodes(added))
                .map(List::size);
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
