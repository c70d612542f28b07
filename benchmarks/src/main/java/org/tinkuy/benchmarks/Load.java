package org.tinkuy.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Registers one new address after the other over a fixed number of connections, each with one
/// request at a time (a closed model), until it is told to stop, has registered as many as it may,
/// or its time is over. Several sessions take turns.
final class Load implements AutoCloseable {

    private static final int CREATED = 201;

    private final int port;
    private final List<UUID> sessions;
    private final String run;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final long start = System.nanoTime();
    private final long longest;

    /// Per request: when it was answered, by [System#nanoTime], and how long that took; only for
    /// those that were accepted.
    private final long[] answered;

    private final long[] took;
    private final List<Thread> clients;
    private volatile boolean stopped;

    private Load(
            int port, List<UUID> sessions, String run, int clients, int most, Duration longest) {
        this.port = port;
        this.sessions = sessions;
        this.run = run;
        this.longest = longest.toNanos();
        this.answered = new long[most];
        this.took = new long[most];
        this.clients =
                IntStream.range(0, clients)
                        .mapToObj(
                                i -> Thread.ofPlatform().name("client-" + i).start(this::register))
                        .toList();
    }

    /// @param run what the addresses begin with
    /// @param most registrations
    static Load start(
            int port, List<UUID> sessions, String run, int clients, int most, Duration longest) {
        return new Load(port, sessions, run, clients, most, longest);
    }

    /// Accepted so far.
    int accepted() {
        return created.get();
    }

    /// How long the accepted ones took that were answered between these times.
    Latencies between(long from, long to) {
        return Latencies.of(
                IntStream.range(0, Math.min(next.get(), took.length))
                        .filter(i -> took[i] > 0 && answered[i] >= from && answered[i] < to)
                        .mapToLong(i -> took[i])
                        .toArray());
    }

    /// @return how often each status was answered; -1: no answer
    Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    int unaccepted() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() != CREATED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Until there is nothing more to register.
    void await() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
    }

    /// What is under way is still answered.
    void stop() throws InterruptedException {
        stopped = true;
        await();
    }

    @Override
    public void close() {
        stopped = true;
    }

    private void register() {
        try (var connection = new KeepAliveConnection(port)) {
            for (var i = next.getAndIncrement(); goesOn(i); i = next.getAndIncrement()) {
                register(connection, i);
            }
        } catch (IOException _) {
            statuses.merge(-1, 1, Integer::sum);
        }
    }

    private boolean goesOn(int i) {
        return !stopped && i < took.length && System.nanoTime() - start < longest;
    }

    private void register(KeepAliveConnection connection, int i) throws IOException {
        var body = body(run, i, sessions.get(i % sessions.size()));
        var sent = System.nanoTime();
        var status = connection.post("/api/registrations", UUID.randomUUID().toString(), body);
        if (status == CREATED) {
            answered[i] = System.nanoTime();
            took[i] = answered[i] - sent;
            created.incrementAndGet();
        }
        statuses.merge(status, 1, Integer::sum);
    }

    static byte[] body(String run, int i, UUID session) {
        return String.format(
                        Locale.ROOT,
                        """
                        {"address":"%s","name":"Visitor %d","language":"es","sessionIds":["%s"]}\
                        """,
                        address(run, i),
                        i,
                        session)
                .getBytes(StandardCharsets.UTF_8);
    }

    static String address(String run, int i) {
        return String.format(Locale.ROOT, "%s-%d@example.org", run, i);
    }

    static String describe(Map<Integer, Integer> statuses) {
        return statuses.entrySet().stream()
                .map(status -> status.getValue() + " × " + status.getKey())
                .collect(Collectors.joining(", "));
    }
}
