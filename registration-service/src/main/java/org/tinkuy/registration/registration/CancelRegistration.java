package org.tinkuy.registration.registration;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Cancel;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.ProgrammeId;
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

    /// @param organiser `null`: it is the caller's own
    private record Decided(Registration.Place place, @Nullable AttendeeId organiser) {}

    private Mono<Decided> decided(
            Registration.Place place, AttendeeId caller, boolean mayOrganise) {
        return isOfAddress(place.attendee(), caller)
                .flatMap(own ->
                        own
                                ? Mono.just(new Decided(place, null))
                                : mayOrganise
                                        ? Mono.just(new Decided(place, caller))
                                        : Mono.empty());
    }

    /// Who reads an address's mail acts for everybody who has it.
    private Mono<Boolean> isOfAddress(AttendeeId whose, AttendeeId caller) {
        return whose.equals(caller)
                ? Mono.just(true)
                : attendees.sharingAddress(caller).any(attendee -> attendee.id().equals(whose));
    }

    /// Fails with [RegistrationRejected] if it is neither the caller's nor of a programme that they
    /// organise.
    public Mono<Registration> cancel(
            RegistrationId id, AttendeeId caller, Predicate<ProgrammeId> organises) {
        return registrations
                .place(id)
                .flatMap(place -> decided(place, caller, organises.test(place.programme())))
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown))
                .flatMap(decided ->
                        Mono.deferContextual(context ->
                                groupCommit.submit(
                                        new Cancel(
                                                id,
                                                decided.place().pool(),
                                                decided.place().attendee(),
                                                decided.organiser(),
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
