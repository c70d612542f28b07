package org.tinkuy.registration.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tinkuy.retention.Retention;
import reactor.core.publisher.Mono;

/// Forgets people whose address nobody confirmed: somebody else may have typed it. Their
/// registrations ended with the hold and say no more than an id.
@Component
public class EraseUnconfirmed implements Retention {

    static final Duration KEEP = Duration.ofDays(7);

    /// Far below [#KEEP], so that whoever asks again is never on the way out, and far above the
    /// time in which a person tries again, so that few requests write for this alone.
    public static final Duration NOTED_AGAIN_AFTER = Duration.ofDays(1);

    private final Attendees attendees;
    private final Clock clock;

    EraseUnconfirmed(Attendees attendees, Clock clock) {
        this.attendees = attendees;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "attendees";
    }

    @Override
    public Duration keep() {
        return KEEP;
    }

    @Override
    public Mono<Long> remove(Instant limit, int atMost) {
        return attendees.eraseUnconfirmed(limit, atMost, clock.instant());
    }
}
