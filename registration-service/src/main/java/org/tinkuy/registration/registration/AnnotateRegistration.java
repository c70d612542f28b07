package org.tinkuy.registration.registration;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.ChangeAttendee;
import org.tinkuy.registration.registration.RegistrationActs.Act;
import org.tinkuy.registration.registration.RegistrationActs.What;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What organisers write of whoever is registered: a note for one another, a name that was
/// mistyped.
@Component
public class AnnotateRegistration {

    private final Registrations registrations;
    private final Attendees attendees;
    private final ChangeAttendee changeAttendee;
    private final RegistrationActs acts;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AnnotateRegistration(
            Registrations registrations,
            Attendees attendees,
            ChangeAttendee changeAttendee,
            RegistrationActs acts,
            TransactionalOperator transaction,
            Clock clock) {
        this.registrations = registrations;
        this.attendees = attendees;
        this.changeAttendee = changeAttendee;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What is noted already is not noted again.
    public Mono<Void> note(RegistrationId id, AttendeeId organiser, String text) {
        return acts.inTurn(id)
                .thenMany(Flux.defer(() -> acts.of(id)))
                .filter(act -> act.what() == What.NOTED)
                .mapNotNull(Act::text)
                .defaultIfEmpty("")
                .last()
                .filter(now -> !now.equals(text))
                .flatMap(_ -> acts.record(List.of(act(id, organiser, What.NOTED, text))))
                .as(transaction::transactional);
    }

    /// Of whoever proved their address; what strangers ask for under a name has that name until a
    /// code confirms it. Fails with [RegistrationRejected] for others, and as [Attendees#change].
    public Mono<Void> rename(RegistrationId id, AttendeeId organiser, String name) {
        return acts.inTurn(id)
                .then(Mono.defer(() -> registrations.place(id)))
                .flatMap(place -> attendees.find(place.attendee()))
                .filter(Attendee::isConfirmed)
                .switchIfEmpty(Mono.error(RegistrationRejected::unproven))
                .filter(attendee -> !attendee.name().equals(name))
                .flatMap(attendee -> rename(id, organiser, attendee, name))
                .as(transaction::transactional);
    }

    private Mono<Void> rename(
            RegistrationId id, AttendeeId organiser, Attendee attendee, String name) {
        return changeAttendee
                .change(attendee.id(), new Attendees.Change(name, null, null))
                .then(
                        Mono.defer(() ->
                                acts.record(
                                        List.of(
                                                act(
                                                        id,
                                                        organiser,
                                                        What.RENAMED,
                                                        attendee.name())))));
    }

    private Act act(RegistrationId id, AttendeeId organiser, What what, String text) {
        return new Act(id, clock.instant(), organiser, what, text);
    }
}
