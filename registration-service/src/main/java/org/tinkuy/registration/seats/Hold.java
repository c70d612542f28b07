package org.tinkuy.registration.seats;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.SignInChallenge;

/// For how long, and how many at a time, addresses that are not confirmed keep seats from others.
/// Who asks and gets no hold loses nothing but the certainty: a seat that is left when the code
/// comes back is theirs.
public final class Hold {

    /// As long as the mailed code is good.
    static final Duration LASTS = SignInChallenge.LIFE;

    /// Who asks again gets a new code and needs the place for as long as that code is good; but
    /// nobody keeps a seat from others by asking without end.
    static final Duration LONGEST = Duration.ofMinutes(30);

    /// Within it, whoever asks anew for the same place goes on with the half hour that began
    /// before: nobody keeps a seat by letting it go for a moment.
    public static final Duration REMEMBERED = Duration.ofDays(1);

    /// Of one session's seats. A family, or a row of people in a hall that shares its network, and
    /// not a whole session for whoever invents addresses.
    static final int PER_NETWORK = 20;

    private Hold() {}

    static Instant from(Instant now) {
        return now.plus(LASTS);
    }

    /// @param firstAskedAt bounds it
    static Instant from(Instant firstAskedAt, Instant now) {
        var wanted = from(now);
        var latest = firstAskedAt.plus(LONGEST);
        return wanted.isBefore(latest) ? wanted : latest;
    }

    /// Half of the seats that nobody has for certain: whatever is invented, as many are left to
    /// those who confirm first. The last one can be held.
    ///
    /// @param capacity `null`: as many as come
    /// @param confirmed seats that are given for certain
    static boolean isWithinShare(@Nullable Integer capacity, int confirmed, int held) {
        return capacity == null || 2 * held <= capacity - confirmed + 1;
    }
}
