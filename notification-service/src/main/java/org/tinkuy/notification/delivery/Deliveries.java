package org.tinkuy.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/// Every message to every person, once each.
public interface Deliveries {

    Flux<Backlog> backlog();

    /// What has neither been sent nor given up.
    ///
    /// @param incomplete those that wait for a fact from elsewhere
    record Backlog(Lane lane, long waiting, long incomplete, @Nullable Instant oldest) {}
}
