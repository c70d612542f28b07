package org.tinkuy.registration.registration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Cancel;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Mono;

/// Gives a place back. Doing it twice changes nothing.
@Component
public class CancelRegistration {

    private final Registrations registrations;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;
    private final CurrentTrace trace;

    CancelRegistration(
            Registrations registrations,
            GroupCommit<PoolId, Command, Reply> groupCommit,
            CurrentTrace trace) {
        this.registrations = registrations;
        this.groupCommit = groupCommit;
        this.trace = trace;
    }

    /// Fails with [RegistrationRejected] if the attendee has no such registration.
    public Mono<Registration> cancel(RegistrationId id, AttendeeId attendee) {
        return registrations
                .place(id)
                .filter(place -> place.attendee().equals(attendee))
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown))
                .flatMap(place ->
                        groupCommit.submit(
                                new Cancel(id, place.pool(), attendee, trace.traceparent())))
                .map(reply ->
                        switch (reply) {
                            case Reply.Decided(var standings) ->
                                    standings.getFirst().registration();
                            case Reply.Rejected(var rejection) ->
                                    throw RegistrationRejected.of(rejection, List.of());
                            case Reply.Registered registered ->
                                    throw new IllegalStateException("no reply: " + registered);
                        });
    }
}
