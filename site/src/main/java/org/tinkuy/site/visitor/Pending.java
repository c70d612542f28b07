package org.tinkuy.site.visitor;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// What waits for the code, told again on the page that asks for it.
///
/// @param address where the code was sent
/// @param seats for a registration: by session, `held` or `waiting-list`; empty for a sign-in
public record Pending(String address, Instant expiresAt, Map<UUID, String> seats) {

    public Pending {
        seats = Map.copyOf(seats);
    }

    public boolean ofRegistration() {
        return !seats.isEmpty();
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
