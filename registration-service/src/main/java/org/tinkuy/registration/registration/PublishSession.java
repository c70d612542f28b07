package org.tinkuy.registration.registration;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.EventId;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Mono;

/// Takes over what session-service published, in the caller's transaction. What follows from it for
/// registrations, which may be a hundred thousand, is a task: [WorkOffSeatTasks].
@Component
public class PublishSession {

    /// @param event `null`: of the programme as a whole
    /// @param capacity `null`: as many as come
    /// @param endsAt `null`: not announced yet
    /// @param cancelled it does not take place
    public record Facts(
            SessionId id,
            ProgrammeId programme,
            @Nullable EventId event,
            Admission admission,
            @Nullable Integer capacity,
            @Nullable Instant endsAt,
            boolean cancelled) {}

    private final Sessions sessions;
    private final SeatTasks tasks;
    private final Clock clock;

    PublishSession(Sessions sessions, SeatTasks tasks, Clock clock) {
        this.sessions = sessions;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// A greater capacity gives seats to the waiting list; a lower one takes none away. Of a
    /// session that was cancelled, every registration is.
    public Mono<Void> publish(Facts facts) {
        return sessions.publish(facts).then(Mono.defer(() -> follow(facts.id())));
    }

    /// Cancels every registration.
    public Mono<Void> withdraw(SessionId id) {
        return sessions.withdraw(id).flatMap(this::follow);
    }

    private Mono<Void> follow(SessionId id) {
        return tasks.request(PoolId.firstOf(id), clock.instant());
    }
}
