package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs out when nothing came for too long although somebody waited for it: who does not read does
/// not wait. Used by the one thread of a connection.
final class Pause {

    private final long longest;
    private final Runnable tooLong;
    private @Nullable Future<?> watch;
    private boolean waiting;
    private long since;

    Pause(Duration longest, Runnable tooLong) {
        this.longest = longest.toNanos();
        this.tooLong = tooLong;
    }

    void begin(ChannelHandlerContext context) {
        if (watch == null) {
            since = now(context);
            watchFor(context, longest);
        }
    }

    void end() {
        if (watch != null) {
            watch.cancel(false);
            watch = null;
        }
    }

    boolean isWatched() {
        return watch != null;
    }

    /// Somebody asks for more.
    void waits(ChannelHandlerContext context) {
        if (!waiting) {
            waiting = true;
            since = now(context);
        }
    }

    /// Something came.
    void came() {
        waiting = false;
    }

    private void look(ChannelHandlerContext context) {
        var left = waiting ? longest - (now(context) - since) : longest;
        if (left > 0) {
            watchFor(context, left);
        } else {
            watch = null;
            tooLong.run();
        }
    }

    private void watchFor(ChannelHandlerContext context, long nanos) {
        watch = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }
}
