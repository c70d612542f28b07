package org.tinkuy.registration.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.registration.RegistrationActs.Act;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.RegistrationId;
import reactor.core.publisher.Mono;

/// One registration with all that is known of it, for those who organise its programme.
@Component
public class LookUpRegistration {

    /// @param attendee `null` once erased
    /// @param acts the oldest first
    public record Looked(Standing standing, @Nullable Attendee attendee, List<Act> acts) {}

    private final Registrations registrations;
    private final RegistrationLists lists;
    private final Attendees attendees;
    private final RegistrationActs acts;

    LookUpRegistration(
            Registrations registrations,
            RegistrationLists lists,
            Attendees attendees,
            RegistrationActs acts) {
        this.registrations = registrations;
        this.lists = lists;
        this.attendees = attendees;
        this.acts = acts;
    }

    /// Fails with [RegistrationRejected] if there is none.
    public Mono<ProgrammeId> programme(RegistrationId id) {
        return registrations
                .place(id)
                .map(place -> place.programme())
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown));
    }

    /// Fails with [RegistrationRejected] if there is none.
    public Mono<Looked> find(RegistrationId id) {
        return lists.one(id)
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown))
                .flatMap(standing ->
                        Mono.zip(
                                attendees
                                        .findAll(
                                                List.of(standing.registration().place().attendee()))
                                        .collectList(),
                                acts.of(id).collectList(),
                                (people, all) ->
                                        new Looked(
                                                new Standing(
                                                        standing.registration().told(),
                                                        standing.position()),
                                                people.isEmpty() ? null : people.getFirst(),
                                                all)));
    }
}
