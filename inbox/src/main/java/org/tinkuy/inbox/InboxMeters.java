package org.tinkuy.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What operators see of the inbox: how many messages share a transaction, how often that failed.
final class InboxMeters {

    private final MeterRegistry meters;
    private final Map<String, DistributionSummary> batches = new ConcurrentHashMap<>();
    private final Map<String, Counter> fallbacks = new ConcurrentHashMap<>();

    InboxMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void handled(String consumer, int messages) {
        batches.computeIfAbsent(
                        consumer,
                        _ ->
                                DistributionSummary.builder("tinkuy.inbox.batch")
                                        .description("Messages that one transaction handled")
                                        .tag("consumer", consumer)
                                        .register(meters))
                .record(messages);
    }

    void fallback(String consumer) {
        fallbacks
                .computeIfAbsent(
                        consumer,
                        _ ->
                                Counter.builder("tinkuy.inbox.fallbacks")
                                        .description("Polls that were handled one by one")
                                        .tag("consumer", consumer)
                                        .register(meters))
                .increment();
    }

    void deadLetter(String topic, String kind) {
        meters.counter("tinkuy.inbox.dead.letters", "topic", topic, "kind", kind).increment();
    }
}
