package org.tinkuy.registration.registration;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AddressConfirmation;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.ConfirmAttendee;
import org.tinkuy.registration.seats.ConfirmationDue;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Whoever proves to own an address gets what was asked for with it, in one act.
@Component
class ConfirmRegistrations implements AddressConfirmation {

    private final ConfirmationsDue due;
    private final Registrations registrations;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;

    ConfirmRegistrations(
            ConfirmationsDue due,
            Registrations registrations,
            GroupCommit<PoolId, Command, Reply> groupCommit) {
        this.due = due;
        this.registrations = registrations;
        this.groupCommit = groupCommit;
    }

    @Override
    public Mono<Void> record(AttendeeId attendee, Instant now) {
        return due.record(attendee, now);
    }

    @Override
    public Mono<Void> complete(AttendeeId attendee, Instant now) {
        return due.find(attendee).flatMap(this::finish);
    }

    /// May be done by several instances at once: who comes second finds nothing pending.
    Mono<Void> finish(ConfirmationDue confirmation) {
        return registrations
                .pending(confirmation.attendee())
                .collectMap(Place::session, Place::pool)
                .flatMap(pending ->
                        Mono.deferContextual(context ->
                                groupCommit.submit(
                                        new ConfirmAttendee(
                                                confirmation, pending, Traces.current(context)))))
                .then();
    }
}
