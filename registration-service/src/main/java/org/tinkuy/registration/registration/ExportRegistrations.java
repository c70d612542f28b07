package org.tinkuy.registration.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.registration.RegistrationLists.Filter;
import org.tinkuy.registration.registration.RegistrationLists.Page;
import org.tinkuy.registration.seats.Registration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All registrations of a list with the people behind them, as fast as they are taken.
///
/// They are read page by page, so that neither their number nor a slow reader holds memory or a
/// connection to the database. Who registers meanwhile may be among them or not.
@Component
public class ExportRegistrations {

    private static final int AT_A_TIME = 500;

    /// @param attendee `null` once erased
    public record Exported(Registration registration, @Nullable Attendee attendee) {}

    private final RegistrationLists lists;
    private final Attendees attendees;

    ExportRegistrations(RegistrationLists lists, Attendees attendees) {
        this.lists = lists;
        this.attendees = attendees;
    }

    public Flux<Exported> export(Filter filter) {
        return read(new Page(filter, null, AT_A_TIME))
                .expand(page -> following(filter, page))
                .concatMap(this::withAttendees, 1);
    }

    /// What was begun ends, though whoever takes it goes away.
    private Mono<List<Registration>> read(Page page) {
        return Uncancelled.run(lists.pageById(page).collectList());
    }

    private Mono<List<Registration>> following(Filter filter, List<Registration> page) {
        return page.size() < AT_A_TIME
                ? Mono.empty()
                : read(new Page(filter, page.getLast().place().id(), AT_A_TIME));
    }

    private Flux<Exported> withAttendees(List<Registration> page) {
        var ids = page.stream().map(one -> one.place().attendee()).distinct().toList();
        return Uncancelled.run(attendees.findAll(ids).collectMap(Attendee::id))
                .flatMapIterable(people ->
                        page.stream()
                                .map(one ->
                                        new Exported(
                                                one.told(), people.get(one.place().attendee())))
                                .toList());
    }
}
