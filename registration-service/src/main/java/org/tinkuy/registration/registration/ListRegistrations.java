package org.tinkuy.registration.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.Registration;
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

    /// Those of everybody who has the address, under their names. What was only asked for under a
    /// name that nobody has confirmed is listed while it waits for a code, and then no more.
    public Flux<Listed> ofAddress(AttendeeId attendee) {
        return attendees
                .sharingAddress(attendee)
                .collectMap(Attendee::id)
                .flatMapMany(people ->
                        lists.of(people.keySet())
                                .map(ListRegistrations::told)
                                .map(standing ->
                                        new Listed(standing, people.get(attendee(standing)))))
                .filter(ListRegistrations::isTold);
    }

    private static Standing told(Standing standing) {
        return new Standing(standing.registration().told(), standing.position());
    }

    private static boolean isTold(Listed listed) {
        var attendee = listed.attendee();
        return (attendee != null && attendee.isConfirmed())
                || listed.standing().registration() instanceof Registration.Pending;
    }

    public Mono<List<Listed>> page(RegistrationLists.Page page) {
        return lists.page(page)
                .map(ListRegistrations::told)
                .collectList()
                .flatMap(this::withAttendees);
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
