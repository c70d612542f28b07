package org.tinkuy.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Registers one new address after the other for one session, over a fixed number of connections,
/// bounded in count and in time.
final class Load {

    private static final int CREATED = 201;

    /// @param statuses how often each status was answered; -1: no answer
    record Result(Latencies accepted, Duration took, Map<Integer, Integer> statuses) {

        double perSecond() {
            return accepted.count() / (took.toNanos() / 1e9);
        }

        int unaccepted() {
            return statuses.entrySet().stream()
                    .filter(status -> status.getKey() != CREATED)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    private final int port;
    private final UUID session;
    private final String run;
    private final int count;
    private final long longest;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final long[] nanos;

    Load(int port, UUID session, String run, int count, Duration longest) {
        this.port = port;
        this.session = session;
        this.run = run;
        this.count = count;
        this.longest = longest.toNanos();
        this.nanos = new long[count];
        Arrays.fill(nanos, -1);
    }

    Result run(int clients) throws InterruptedException {
        var done = new CountDownLatch(clients);
        var start = System.nanoTime();
        for (var i = 0; i < clients; i++) {
            Thread.ofPlatform()
                    .name("client-" + i)
                    .start(() -> {
                        registerUntilDone(start);
                        done.countDown();
                    });
        }
        done.await();
        var took = Duration.ofNanos(System.nanoTime() - start);
        var accepted = Arrays.stream(nanos).filter(n -> n >= 0).toArray();
        return new Result(Latencies.of(accepted), took, new TreeMap<>(statuses));
    }

    private void registerUntilDone(long start) {
        try (var connection = new KeepAliveConnection(port)) {
            for (var i = next.getAndIncrement();
                    i < count && System.nanoTime() - start < longest;
                    i = next.getAndIncrement()) {
                register(connection, i);
            }
        } catch (IOException _) {
            statuses.merge(-1, 1, Integer::sum);
        }
    }

    private void register(KeepAliveConnection connection, int i) throws IOException {
        var body =
                """
                {"address":"%s-%d@example.org","name":"Visitor %d","language":"es","sessionIds":["%s"]}\
                """
                        .formatted(run, i, i, session)
                        .getBytes(StandardCharsets.UTF_8);
        var start = System.nanoTime();
        var status = connection.post("/api/registrations", UUID.randomUUID().toString(), body);
        if (status == CREATED) {
            nanos[i] = System.nanoTime() - start;
        }
        statuses.merge(status, 1, Integer::sum);
    }

    static String describe(Map<Integer, Integer> statuses) {
        return statuses.entrySet().stream()
                .map(status -> status.getValue() + " × " + status.getKey())
                .collect(Collectors.joining(", "));
    }
}
