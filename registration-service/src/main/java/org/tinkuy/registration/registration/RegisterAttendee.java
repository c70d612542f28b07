package org.tinkuy.registration.registration;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.IdempotencyKey;
import org.tinkuy.registration.seats.Origin;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Asks for places at one or more sessions, all or none of them.
@Component
public class RegisterAttendee {

    private final GroupCommit<PoolId, Command, Reply> groupCommit;
    private final Clock clock;

    RegisterAttendee(GroupCommit<PoolId, Command, Reply> groupCommit, Clock clock) {
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    /// Fails with [RegistrationRejected], [RegistrationOverloaded] or, for sessions that do not
    /// exist, [org.tinkuy.problems.InvalidInput].
    public Mono<RegistrationAnswer> register(
            Registrant registrant, List<SessionId> sessions, IdempotencyKey key, Origin origin) {
        return Mono.deferContextual(context ->
                        groupCommit.submit(
                                new Register(
                                        registrant,
                                        Wish.of(sessions, clock.instant()),
                                        key,
                                        origin,
                                        Traces.current(context))))
                .map(reply ->
                        switch (reply) {
                            case Reply.Registered(var answer) -> answer;
                            case Reply.Rejected(var rejection) ->
                                    throw RegistrationRejected.of(rejection, sessions);
                            case Reply.Admitted _, Reply.Decided _ ->
                                    throw new IllegalStateException("no answer: " + reply);
                        });
    }
}
