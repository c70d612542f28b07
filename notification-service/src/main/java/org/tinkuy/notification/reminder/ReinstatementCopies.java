package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Registrations.Current;
import org.tinkuy.notification.people.Registrations.Status;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Asks whoever lost a seat by the cancellation of a session to come back, once it takes place
/// after all: one copy per seat that was lost.
@Component
public class ReinstatementCopies {

    private static final DeliveryKind KIND = DeliveryKind.SESSION_REINSTATED;

    private final ReinstatedSessions reinstated;
    private final Recipients recipients;
    private final Registrations registrations;
    private final Schedule schedule;
    private final Deliveries deliveries;

    ReinstatementCopies(
            ReinstatedSessions reinstated,
            Recipients recipients,
            Registrations registrations,
            Schedule schedule,
            Deliveries deliveries) {
        this.reinstated = reinstated;
        this.recipients = recipients;
        this.registrations = registrations;
        this.schedule = schedule;
        this.deliveries = deliveries;
    }

    /// Goes on with the oldest that is due; empty if there is none, or if others are at it.
    Mono<FanOutPage> fanOut(Instant now, int people) {
        return reinstated.due(now).flatMap(due -> ask(due, now, people));
    }

    private Mono<FanOutPage> ask(ReinstatedSessions.Due due, Instant now, int people) {
        return reinstated
                .take(due.session(), people)
                .delayUntil(page ->
                        page.size() < people ? reinstated.done(due.session()) : Mono.empty())
                .flatMap(page -> ask(due, page, now))
                .map(copies -> new FanOutPage(KIND, copies, 0, 0));
    }

    private Mono<Long> ask(ReinstatedSessions.Due due, List<LostSeat> page, Instant now) {
        var useful = now.plus(RescheduleNotice.USEFUL_FOR);
        var over = due.overAt();
        var until = over != null && over.isBefore(useful) ? over : useful;
        if (page.isEmpty() || !until.isAfter(now)) {
            return Mono.just(0L);
        }
        return recipients
                .erased(page.stream().map(LostSeat::recipient).collect(Collectors.toSet()))
                .flatMap(erased ->
                        deliveries.enqueue(
                                page.stream()
                                        .filter(seat -> !erased.contains(seat.recipient()))
                                        .map(seat -> copy(due, seat, now, until))
                                        .toList()));
    }

    private static NewDelivery copy(
            ReinstatedSessions.Due due, LostSeat seat, Instant now, Instant until) {
        return new NewDelivery(
                String.join(
                        "/",
                        KIND.label(),
                        Long.toString(due.version()),
                        seat.registration().value().toString()),
                KIND,
                Channel.MAIL,
                seat.recipient(),
                List.of(seat.session().value(), seat.registration().value()),
                seat.programme(),
                now,
                due.since(),
                until,
                false,
                null);
    }

    /// Those whose session still takes place, and whose recipient has not come back by themselves.
    public Mono<Set<DeliveryId>> stillToAsk(Collection<Delivery> copies) {
        var sessions = copies.stream().map(ReminderCopies::session).collect(Collectors.toSet());
        var seats = copies.stream().map(ReinstatementCopies::seat).collect(Collectors.toSet());
        return schedule.takingPlace(sessions)
                .zipWith(registrations.current(seats))
                .map(found ->
                        copies.stream()
                                .filter(copy -> isToAsk(copy, found.getT1(), found.getT2()))
                                .map(Delivery::id)
                                .collect(Collectors.toSet()));
    }

    private static boolean isToAsk(
            Delivery copy, Set<SessionId> takingPlace, Map<RegistrationId, Current> registrations) {
        var current = registrations.get(seat(copy));
        return takingPlace.contains(ReminderCopies.session(copy))
                && current != null
                && current.status() == Status.CANCELLED;
    }

    private static RegistrationId seat(Delivery copy) {
        return new RegistrationId(copy.about().get(1));
    }
}
