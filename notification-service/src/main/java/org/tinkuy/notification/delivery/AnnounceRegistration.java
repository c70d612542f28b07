package org.tinkuy.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells a person what became of a registration, in one mail per act. A state that says nothing new
/// (registration-service writes its topic again) is told to nobody.
@Component
public class AnnounceRegistration {

    private final Deliveries deliveries;

    AnnounceRegistration(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    public Mono<Void> announce(
            RegistrationChange change, @Nullable String traceparent, Instant now) {
        return deliveries
                .note(change, now)
                .filter(isNews -> isNews)
                .flatMap(_ -> Mono.justOrEmpty(NoticePart.of(change)))
                .filter(part -> part.expiresAt().isAfter(now))
                .flatMap(part -> deliveries.add(part, traceparent));
    }
}
