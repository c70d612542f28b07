package org.tinkuy.registration.seats;

import java.time.Duration;
import java.time.Instant;
import org.tinkuy.registration.identity.SignInChallenge;

/// For how long an address that is not confirmed keeps its place.
final class Hold {

    /// As long as the mailed code is good.
    static final Duration LASTS = SignInChallenge.LIFE;

    /// Who asks again gets a new code and needs the place for as long as that code is good; but
    /// nobody keeps a seat from others by asking without end.
    static final Duration LONGEST = Duration.ofMinutes(30);

    private Hold() {}

    static Instant from(Instant now) {
        return now.plus(LASTS);
    }

    static Instant prolonged(Instant requestedAt, Instant heldUntil, Instant now) {
        var wanted = from(now);
        var latest = requestedAt.plus(LONGEST);
        var granted = wanted.isBefore(latest) ? wanted : latest;
        return granted.isAfter(heldUntil) ? granted : heldUntil;
    }
}
