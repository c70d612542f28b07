package org.tinkuy.registration.registration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Promote;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Gives somebody who waits a seat, whoever waits before them and whether or not one is free. Doing
/// it twice changes nothing.
@Component
public class PromoteRegistration {

    private final Registrations registrations;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;

    PromoteRegistration(
            Registrations registrations, GroupCommit<PoolId, Command, Reply> groupCommit) {
        this.registrations = registrations;
        this.groupCommit = groupCommit;
    }

    /// Fails with [RegistrationRejected] if nobody waits there.
    public Mono<Void> promote(RegistrationId id, AttendeeId organiser) {
        return registrations
                .place(id)
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown))
                .flatMap(place ->
                        Mono.deferContextual(context ->
                                groupCommit.submit(
                                        new Promote(
                                                id,
                                                place.pool(),
                                                organiser,
                                                Traces.current(context)))))
                .flatMap(reply ->
                        reply instanceof Reply.Rejected(var rejection)
                                ? Mono.error(RegistrationRejected.of(rejection, List.of()))
                                : Mono.empty());
    }
}
