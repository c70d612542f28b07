package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.Command.FillSeats;
import org.tinkuy.registration.registration.Command.Withdraw;
import reactor.core.publisher.Mono;

/// Takes over what session-service published, with all that follows for the seats, in the caller's
/// transaction. In pages, so that a session of a hundred thousand needs no more memory than one of
/// a hundred.
@Component
public class PublishSession {

    private static final int PAGE = 500;

    /// @param capacity `null`: as many as come
    /// @param endsAt `null`: not announced yet
    /// @param cancelled it does not take place
    public record Facts(
            SessionId id,
            ProgrammeId programme,
            Admission admission,
            @Nullable Integer capacity,
            @Nullable Instant endsAt,
            boolean cancelled) {}

    private final Sessions sessions;
    private final Registrations registrations;
    private final DecideTogether decideTogether;

    PublishSession(Sessions sessions, Registrations registrations, DecideTogether decideTogether) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.decideTogether = decideTogether;
    }

    /// A greater capacity gives seats to the waiting list; a lower one takes none away. Of a
    /// session that was cancelled, every registration is.
    public Mono<Void> publish(Facts facts) {
        return sessions.publish(facts)
                .then(
                        pages(
                                facts.cancelled()
                                        ? cancel(facts.id(), CancelReason.SESSION_CANCELLED)
                                        : fill(facts.id())));
    }

    /// Cancels every registration.
    public Mono<Void> withdraw(SessionId id) {
        return sessions.withdraw(id)
                .flatMap(withdrawn -> pages(cancel(withdrawn, CancelReason.SESSION_WITHDRAWN)));
    }

    private static Mono<Void> pages(Mono<Integer> page) {
        return page.expand(count -> count < PAGE ? Mono.empty() : page).then();
    }

    private Mono<Integer> fill(SessionId id) {
        return Mono.defer(() -> decideTogether.decide(List.of(new FillSeats(id, PAGE, null))))
                .map(replies ->
                        replies.getFirst() instanceof Reply.Decided(var promoted)
                                ? promoted.size()
                                : 0);
    }

    private Mono<Integer> cancel(SessionId id, CancelReason reason) {
        return registrations
                .active(id, PAGE)
                .map(registration -> (Command) new Withdraw(registration, id, reason, null))
                .collectList()
                .flatMap(page -> decideTogether.decide(page).thenReturn(page.size()));
    }
}
