package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What became of deliveries after they had ended: kept beside the log, and only ever added.
public interface LaterFacts {

    enum What {
        /// An organiser had it sent again, or its address was proven to be good.
        RETRIED("retried"),
        /// A worker that others had taken for dead knew what came of it.
        LATE_REPLY("late-reply");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// @param detail such as how it had ended before
    record LaterFact(DeliveryId delivery, What what, Instant at, @Nullable String detail) {}

    Mono<Void> add(List<LaterFact> facts);

    /// In order of time.
    Mono<Map<UUID, List<LaterFact>>> of(Collection<UUID> deliveries);
}
