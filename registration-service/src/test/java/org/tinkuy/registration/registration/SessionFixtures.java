package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// SessionFixtures for tests: open for everybody, with ten seats, no end announced, unless said
/// otherwise.
final class SessionFixtures {

    static final ProgrammeId PROGRAMME = new ProgrammeId(new UUID(3, 1));

    private final Session base;
    private @Nullable Integer capacity;
    private @Nullable Instant endsAt;
    private Admission admission = Admission.OPEN;

    private SessionFixtures(Session base) {
        this.base = base;
        this.capacity = base.capacity();
        this.endsAt = base.endsAt();
    }

    static SessionFixtures aSession(SessionId id) {
        return new SessionFixtures(
                new Session(id, PROGRAMME, Admission.OPEN, 10, null, Presence.PUBLISHED, 0, 0, 0));
    }

    static SessionFixtures aSession(Session base) {
        return new SessionFixtures(base);
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

    Session open() {
        return session(Presence.PUBLISHED);
    }

    Session withdrawn() {
        return session(Presence.WITHDRAWN);
    }

    private Session session(Presence presence) {
        return new Session(
                base.id(),
                base.programme(),
                admission,
                capacity,
                endsAt,
                presence,
                base.taken(),
                base.waiting(),
                base.lastOrder());
    }
}
