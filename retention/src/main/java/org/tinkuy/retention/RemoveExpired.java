package org.tinkuy.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The one job of a service that removes what has stayed long enough. Pages are transactions of
/// their own, so that nobody waits for them; a kind that fails does not keep the others.
public class RemoveExpired {

    private static final Logger log = LoggerFactory.getLogger(RemoveExpired.class);

    static final int PAGE = 1_000;

    private final List<Retention> retentions;
    private final Clock clock;
    private final MeterRegistry meters;

    RemoveExpired(List<Retention> retentions, Clock clock, MeterRegistry meters) {
        this.retentions = List.copyOf(retentions);
        this.clock = clock;
        this.meters = meters;
        retentions.forEach(retention -> removed(retention, 0));
    }

    /// The interval is the framework's, not the clock's: it is about machines.
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public Mono<Void> round() {
        return Flux.fromIterable(retentions)
                .concatMap(retention ->
                        pages(retention)
                                .onErrorResume(failure -> {
                                    log.warn("Rows of {} go later", retention.table(), failure);
                                    return Mono.empty();
                                }))
                .then();
    }

    private Mono<Void> pages(Retention retention) {
        return page(retention)
                .expand(count -> count < PAGE ? Mono.empty() : page(retention))
                .then();
    }

    private Mono<Long> page(Retention retention) {
        return Mono.defer(() -> retention.remove(clock.instant().minus(retention.keep()), PAGE))
                .doOnNext(count -> removed(retention, count));
    }

    private void removed(Retention retention, long count) {
        meters.counter("tinkuy.retention.removed", "table", retention.table())
                .increment((double) count);
    }
}
