package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From where a request comes; it says nothing of what is asked.
///
/// @param network `null`: not known
/// @param renewal `null`: it is a request of its own
public record Origin(@Nullable Network network, @Nullable Renewal renewal) {

    public static final Origin UNKNOWN = new Origin(null, null);

    /// The same browser asks for a new code.
    ///
    /// @param challenge the one in whose place
    /// @param firstAskedAt when it asked for the first one of them
    public record Renewal(UUID challenge, Instant firstAskedAt) {}
}
