package org.tinkuy.registration;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// New ids: version 7 of RFC 9562, whose order is that of their making, which keeps indexes small.
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /// When it was made, to the millisecond.
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    public static UUID at(Instant now) {
        var high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        var low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL);
        return new UUID(high, low);
    }
}
