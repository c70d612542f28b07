package org.tinkuy.notification.delivery.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.Verdict;

/// What an operator watches: what waits, since when, and what became of the rest.
@Component
class DeliveryMetrics {

    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    /// All counted from 0, since who watches sees how a count grows and not where it begins.
    private static final List<String> OUTCOMES =
            List.of("sent", "failed", "expired", "deferred", "unknown", "left.unknown");

    private final Deliveries deliveries;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Counted, Counter> counters = new HashMap<>();
    private volatile Map<Lane, Deliveries.Backlog> backlog = Map.of();

    DeliveryMetrics(Deliveries deliveries, MeterRegistry meters, Clock clock) {
        this.deliveries = deliveries;
        this.meters = meters;
        this.clock = clock;
        for (var lane : Lane.values()) {
            gauge("tinkuy.delivery.waiting", lane, "to be sent", Deliveries.Backlog::waiting);
            gauge(
                    "tinkuy.delivery.incomplete",
                    lane,
                    "of those waiting, lack a fact from elsewhere",
                    Deliveries.Backlog::incomplete);
            gauge(
                    "tinkuy.delivery.oldest.seconds",
                    lane,
                    "age of the oldest that waits",
                    waiting -> age(waiting.oldest()));
        }
        for (var what : OUTCOMES) {
            for (var kind : DeliveryKind.values()) {
                counters.put(
                        new Counted(what, kind),
                        meters.counter("tinkuy.delivery." + what, "kind", kind.label()));
            }
        }
    }

    private void gauge(
            String name,
            Lane lane,
            String description,
            ToDoubleFunction<Deliveries.Backlog> value) {
        Gauge.builder(
                        name,
                        () -> {
                            var waiting = backlog.get(lane);
                            return waiting == null ? 0 : value.applyAsDouble(waiting);
                        })
                .tag("lane", lane.label())
                .description(description)
                .register(meters);
    }

    private double age(@Nullable Instant oldest) {
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    }

    /// Scraping asks nothing of the database.
    void refresh() {
        var read = new EnumMap<Lane, Deliveries.Backlog>(Lane.class);
        var lanes = deliveries.backlog().collectList().block(DATABASE_ANSWERS_WITHIN);
        (lanes == null ? List.<Deliveries.Backlog>of() : lanes)
                .forEach(lane -> read.put(lane.lane(), lane));
        backlog = read;
    }

    void count(Delivery delivery, Verdict verdict) {
        switch (verdict) {
            case Verdict.Sent _ -> count("sent", delivery);
            case Verdict.Failed _ -> count("failed", delivery);
            case Verdict.Expired _ -> count("expired", delivery);
            case Verdict.Again _ -> count("deferred", delivery);
            case Verdict.LeftUnknown _ -> count("left.unknown", delivery);
        }
    }

    /// Each time nobody can say whether the server took a message, whether it is sent again or not.
    void countUnknown(Delivery delivery) {
        count("unknown", delivery);
    }

    /// Kept, since to find a meter by its name takes longer than to count.
    private record Counted(String what, DeliveryKind kind) {}

    private void count(String what, Delivery delivery) {
        Objects.requireNonNull(counters.get(new Counted(what, delivery.kind()))).increment();
    }
}
