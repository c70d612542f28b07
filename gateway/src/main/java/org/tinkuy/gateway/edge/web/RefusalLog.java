package org.tinkuy.gateway.edge.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;

/// What was turned away at the door and may be an attack: once a minute for each network and
/// reason, so that a flood does not become a flood of lines.
@Component
class RefusalLog {

    private static final Set<Reason> TOLD =
            Set.of(Reason.FOREIGN_ORIGIN, Reason.TOO_MANY_REQUESTS, Reason.UNAUTHENTICATED);

    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private record Kind(Reason reason, InetAddress network) {}

    private final Cache<Kind, Boolean> told =
            Caffeine.newBuilder().expireAfterWrite(ONCE_IN).maximumSize(MOST_REMEMBERED).build();

    void tell(Refusal refusal, InetAddress client) {
        var reason = refusal.reason();
        if (TOLD.contains(reason)
                && told.asMap().putIfAbsent(new Kind(reason, client), true) == null) {
            SecurityLog.of(SecurityEvent.REQUEST_REFUSED)
                    .what(reason.type())
                    .network(client)
                    .write();
        }
    }
}
