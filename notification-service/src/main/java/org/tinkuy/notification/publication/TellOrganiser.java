package org.tinkuy.notification.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Deliveries;
import reactor.core.publisher.Mono;

/// Tells whoever asked for a publication at a stated time that nothing was published.
@Component
public class TellOrganiser {

    private final RefusedPublications refusals;
    private final Deliveries deliveries;

    TellOrganiser(RefusedPublications refusals, Deliveries deliveries) {
        this.refusals = refusals;
        this.deliveries = deliveries;
    }

    /// @param traceparent the W3C trace context of the message
    /// @return how many mails are new: none where this was told before
    public Mono<Long> tell(RefusedPublication refusal, @Nullable String traceparent) {
        return refusals.keep(refusal)
                .then(deliveries.enqueue(List.of(refusal.delivery(traceparent))));
    }
}
