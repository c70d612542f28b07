package org.tinkuy.registration.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.seats.Outcome.Standing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Registrations with the people behind them.
@Component
public class ListRegistrations {

    /// @param attendee `null` once erased
    public record Listed(Standing standing, @Nullable Attendee attendee) {}

    private final RegistrationLists lists;
    private final Attendees attendees;

    ListRegistrations(RegistrationLists lists, Attendees attendees) {
        this.lists = lists;
        this.attendees = attendees;
    }

    public Flux<Standing> of(AttendeeId attendee) {
        return lists.of(attendee);
    }

    public Mono<List<Listed>> page(RegistrationLists.Page page) {
        return lists.page(page).collectList().flatMap(this::withAttendees);
    }

    private Mono<List<Listed>> withAttendees(List<Standing> standings) {
        var ids = standings.stream().map(ListRegistrations::attendee).distinct().toList();
        return attendees
                .findAll(ids)
                .collectMap(Attendee::id)
                .map(people ->
                        standings.stream()
                                .map(standing ->
                                        new Listed(standing, people.get(attendee(standing))))
                                .toList());
    }

    private static AttendeeId attendee(Standing standing) {
        return standing.registration().place().attendee();
    }
}
