package org.tinkuy.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What operators see of the inbox: how many messages share a transaction, how often that failed.
final class InboxMeters {

    private final MeterRegistry meters;
    private final Map<String, DistributionSummary> batches = new ConcurrentHashMap<>();
    private final Map<String, Long> failingSince = new ConcurrentHashMap<>();
    private final Map<String, Counter> fallbacks = new ConcurrentHashMap<>();

    /// Dead letters are counted from 0, since who watches sees how a count grows and not where it
    /// begins.
    ///
    /// @param topics that the service listens to
    InboxMeters(MeterRegistry meters, Set<String> topics) {
        this.meters = meters;
        for (var topic : topics) {
            for (var reason : DeadLetterReason.values()) {
                deadLetters(topic, reason);
            }
        }
    }

    /// Since when a consumer has taken nothing, because what it tries fails: what the lag alone
    /// does not tell, which is never quite zero (Kafka's own records count in it).
    void watch(String consumer) {
        Gauge.builder("tinkuy.inbox.failing", () -> failingFor(consumer).toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long a consumer has failed at one and the same message")
                .tag("consumer", consumer)
                .register(meters);
    }

    private Duration failingFor(String consumer) {
        var since = failingSince.get(consumer);
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    void failed(String consumer) {
        failingSince.putIfAbsent(consumer, System.nanoTime());
    }

    void goesOn(String consumer) {
        failingSince.remove(consumer);
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

    void deadLetter(String topic, DeadLetterReason reason) {
        deadLetters(topic, reason).increment();
    }

    private Counter deadLetters(String topic, DeadLetterReason reason) {
        return meters.counter("tinkuy.inbox.dead.letters", "topic", topic, "kind", reason.kind());
    }
}
