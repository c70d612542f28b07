package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sessions with their pool for tests: open for everybody, with ten seats, no end announced, unless
/// said otherwise.
public final class SessionFixtures {

    public static final ProgrammeId PROGRAMME = new ProgrammeId(new UUID(3, 1));

    private final SessionId id;
    private @Nullable Integer capacity = 10;
    private @Nullable Instant endsAt;
    private Admission admission = Admission.OPEN;
    private Presence presence = Presence.PUBLISHED;

    private SessionFixtures(SessionId id) {
        this.id = id;
    }

    static SessionFixtures aSession(SessionId id) {
        return new SessionFixtures(id);
    }

    SessionFixtures withCapacity(@Nullable Integer capacity) {
        this.capacity = capacity;
        return this;
    }

    SessionFixtures endingAt(Instant endsAt) {
        this.endsAt = endsAt;
        return this;
    }

    SessionFixtures byInvitation() {
        this.admission = Admission.INVITATION;
        return this;
    }

    SessionFixtures cancelled() {
        this.presence = Presence.CANCELLED;
        return this;
    }

    SessionFixtures withdrawn() {
        this.presence = Presence.WITHDRAWN;
        return this;
    }

    Session session() {
        return new Session(id, PROGRAMME, admission, endsAt, presence);
    }

    /// With the counters of the pool that it had before.
    Pool pool(@Nullable Pool before) {
        return before == null
                ? new Pool(PoolId.firstOf(id), id, capacity, 0, 0, 0, 0, 0)
                : new Pool(
                        before.id(),
                        id,
                        capacity,
                        before.taken(),
                        before.held(),
                        before.waiting(),
                        before.lastOrder(),
                        0);
    }
}
