package org.tinkuy.outbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.transaction.reactive.TransactionalOperator;

/// Writes compacted topics again from the database, through the outbox, so that the relay's order
/// and fencing hold for them too.
final class Republication {

    private static final int PAGE = 500;

    private final List<Republishable> sources;
    private final PostgresOutbox outbox;
    private final TransactionalOperator transactional;

    Republication(
            List<Republishable> sources,
            PostgresOutbox outbox,
            TransactionalOperator transactional) {
        this.sources = sources;
        this.outbox = outbox;
        this.transactional = transactional;
    }

    /// The number of states appended, by topic. Blocks: an operator waits for it.
    Map<String, Long> republish(Predicate<String> topics) {
        var counts = new TreeMap<String, Long>();
        for (var source : sources) {
            if (topics.test(source.topic())) {
                counts.merge(source.topic(), republish(source), Long::sum);
            }
        }
        return counts;
    }

    private long republish(Republishable source) {
        var count =
                source.currentStates()
                        .buffer(PAGE)
                        .concatMap(
                                page ->
                                        outbox.append(page, true)
                                                .as(transactional::transactional)
                                                .thenReturn((long) page.size()),
                                0)
                        .reduce(0L, Long::sum)
                        .block();
        return count == null ? 0 : count;
    }
}
