package org.tinkuy.requests;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;

/// A client that went away in the middle of its request, such as a phone without network. Nobody is
/// left who could be answered, and nothing of ours failed.
public final class LostClient {

    private LostClient() {}

    /// Only as it comes from the request's own connection: what others wrap is the loss of one of
    /// ours, to a database or a service.
    public static boolean is(Throwable failure) {
        return switch (failure) {
            case AbortedException _, ClosedChannelException _ -> true;
            case IOException lost -> isEnd(lost.getMessage());
            default -> false;
        };
    }

    /// As Java ("Connection reset") and the system ("Connection reset by peer") say it; Spring and
    /// Reactor Netty know the second only.
    private static boolean isEnd(@Nullable String said) {
        return said != null && (said.contains("Connection reset") || said.contains("Broken pipe"));
    }
}
