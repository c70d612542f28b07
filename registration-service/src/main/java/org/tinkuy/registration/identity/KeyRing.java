package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rules of rotation: keys follow one another without a gap, each is published before it signs
/// and for as long as its last token may live.
public record KeyRing(List<SigningKey> keys) {

    /// Short enough that a key that leaked is soon worthless, long enough that nobody waits for it.
    static final Duration SIGNING = Duration.ofDays(7);

    /// A new key is published so long before it signs; verifiers may cache keys for this long.
    static final Duration NOTICE = Duration.ofHours(1);

    /// Tokens live for five minutes; the rest is for clocks that differ.
    public static final Duration RETENTION = Duration.ofHours(1);

    Optional<SigningKey> signing(Instant now) {
        return keys.stream()
                .filter(key -> key.signsAt(now))
                .max(Comparator.comparing(SigningKey::signsFrom));
    }

    List<SigningKey> published(Instant now) {
        return keys.stream().filter(key -> now.isBefore(key.signsUntil().plus(RETENTION))).toList();
    }

    /// When the key signs that should be made now; empty if none is needed yet.
    Optional<Instant> due(Instant now) {
        var covered =
                keys.stream()
                        .filter(key -> key.privateKey() != null)
                        .map(SigningKey::signsUntil)
                        .max(Comparator.naturalOrder());
        if (covered.isEmpty() || signing(now).isEmpty()) {
            // A database that rounds up to its microseconds would leave the key unused until then.
            return Optional.of(now.truncatedTo(ChronoUnit.SECONDS));
        }
        return covered.filter(end -> !end.isAfter(now.plus(NOTICE)));
    }
}
