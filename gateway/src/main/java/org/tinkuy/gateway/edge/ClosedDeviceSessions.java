package org.tinkuy.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the topic `device-sessions` said lately, and whether we have heard all of it.
public final class ClosedDeviceSessions {

    /// A token that registration-service signed just before the session was closed lives this long.
    public static final Duration REMEMBERED = Duration.ofMinutes(5);

    /// Without news from the topic's end for so long, a closing may have been missed.
    static final Duration HEARSAY = Duration.ofSeconds(2);

    private static final int MOST_REMEMBERED = 100_000;

    private final Ticker ticker;
    private final Cache<UUID, Boolean> closed;
    private final Cache<UUID, Long> changed;
    private volatile long heardAllAt;
    private volatile boolean everHeardAll;
    private volatile long distrustedUntil;
    private volatile boolean everDistrusted;

    public ClosedDeviceSessions(Ticker ticker) {
        this.ticker = ticker;
        this.closed = remembered(ticker);
        this.changed = remembered(ticker);
    }

    private <T> Cache<UUID, T> remembered(Ticker ticker) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .executor(Runnable::run)
                .evictionListener((@Nullable UUID _, @Nullable T _, RemovalCause cause) -> {
                    if (cause == RemovalCause.SIZE) {
                        distrustEarlierAnswers();
                    }
                })
                .build();
    }

    public void close(UUID deviceSessionId) {
        closed.put(deviceSessionId, true);
    }

    /// What was answered about it before now names roles that are others by now.
    public void distrustEarlierAnswersOf(UUID deviceSessionId) {
        changed.put(deviceSessionId, ticker.read());
    }

    /// Everything that was in the topic at this moment (of the ticker) has been read.
    public void heardAllAt(long nanos) {
        heardAllAt = nanos;
        everHeardAll = true;
    }

    /// A message could not be read, or there was more than we can remember: whoever got an answer
    /// before now has to ask again.
    public void distrustEarlierAnswers() {
        distrustedUntil = ticker.read();
        everDistrusted = true;
    }

    public boolean isCurrent() {
        return everHeardAll && ticker.read() - heardAllAt <= HEARSAY.toNanos();
    }

    boolean isClosed(UUID deviceSessionId) {
        return closed.getIfPresent(deviceSessionId) != null;
    }

    /// @param nanos when it was asked (of the ticker)
    boolean trustsAnswer(UUID deviceSessionId, long nanos) {
        var changedAt = changed.getIfPresent(deviceSessionId);
        return (changedAt == null || nanos - changedAt > 0)
                && (!everDistrusted || nanos - distrustedUntil > 0);
    }
}
