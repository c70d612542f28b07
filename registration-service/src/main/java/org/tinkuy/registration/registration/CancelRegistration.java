package org.tinkuy.registration.registration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Cancel;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Gives a place back. Doing it twice changes nothing.
@Component
public class CancelRegistration {

    private final Registrations registrations;
    private final Attendees attendees;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;

    CancelRegistration(
            Registrations registrations,
            Attendees attendees,
            GroupCommit<PoolId, Command, Reply> groupCommit) {
        this.registrations = registrations;
        this.attendees = attendees;
        this.groupCommit = groupCommit;
    }

    /// Who reads an address's mail acts for everybody who has it.
    private Mono<Boolean> isOfAddress(AttendeeId whose, AttendeeId caller) {
        return whose.equals(caller)
                ? Mono.just(true)
                : attendees.sharingAddress(caller).any(attendee -> attendee.id().equals(whose));
    }

    /// Fails with [RegistrationRejected] if the attendee has no such registration.
    public Mono<Registration> cancel(RegistrationId id, AttendeeId attendee) {
        return registrations
                .place(id)
                .filterWhen(place -> isOfAddress(place.attendee(), attendee))
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown))
                .flatMap(place ->
                        Mono.deferContextual(context ->
                                groupCommit.submit(
                                        new Cancel(
                                                id,
                                                place.pool(),
                                                place.attendee(),
                                                Traces.current(context)))))
                .map(reply ->
                        switch (reply) {
                            case Reply.Decided(var standings) ->
                                    standings.getFirst().registration();
                            case Reply.Rejected(var rejection) ->
                                    throw RegistrationRejected.of(rejection, List.of());
                            case Reply.Registered _, Reply.Admitted _ ->
                                    throw new IllegalStateException("no reply: " + reply);
                        });
    }
}
