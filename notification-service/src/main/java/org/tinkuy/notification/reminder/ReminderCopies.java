package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Registrations.Seat;
import org.tinkuy.notification.people.Registrations.Status;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.Reminders.Planned;
import reactor.core.publisher.Mono;

/// Reminders to people: one copy per reminder and person.
@Component
public class ReminderCopies {

    private final Reminders reminders;
    private final SessionLocks locks;
    private final Registrations registrations;
    private final Deliveries deliveries;

    ReminderCopies(
            Reminders reminders,
            SessionLocks locks,
            Registrations registrations,
            Deliveries deliveries) {
        this.reminders = reminders;
        this.locks = locks;
        this.registrations = registrations;
        this.deliveries = deliveries;
    }

    /// Writes down the copies for people that a fan-out may have left out because it did not know
    /// of the person or of the seat yet. What is there already stays.
    ///
    /// @return how many there were
    public Mono<Long> catchUp(Set<RecipientId> recipients, Instant now) {
        if (recipients.isEmpty()) {
            return Mono.just(0L);
        }
        return locks.await(recipients)
                .then(Mono.defer(() -> registrations.of(recipients)))
                .flatMap(seats -> catchUp(seats, now));
    }

    /// The same, after these seats were confirmed in the caller's transaction.
    public Mono<Long> catchUp(Collection<RegistrationChange> confirmed, Instant now) {
        if (confirmed.isEmpty()) {
            return Mono.just(0L);
        }
        var sessions =
                confirmed.stream().map(RegistrationChange::session).collect(Collectors.toSet());
        var recipients =
                confirmed.stream().map(RegistrationChange::recipient).collect(Collectors.toSet());
        return locks.read(sessions, recipients)
                .then(Mono.defer(() -> registrations.of(recipients, sessions)))
                .flatMap(seats -> catchUp(seats, now));
    }

    private Mono<Long> catchUp(List<Seat> seats, Instant now) {
        if (seats.isEmpty()) {
            return Mono.just(0L);
        }
        var until = Reminder.perhapsFannedOutUntil(now);
        return reminders
                .of(seats.stream().map(Seat::session).collect(Collectors.toSet()))
                .map(planned ->
                        planned.stream()
                                .filter(it -> !it.dueAt().isAfter(until) && !it.isExpired(now))
                                .flatMap(it ->
                                        seats.stream()
                                                .filter(seat -> isFor(seat, it))
                                                .map(seat -> copy(it, seat, now)))
                                .toList())
                .flatMap(deliveries::enqueue);
    }

    private static boolean isFor(Seat seat, Planned planned) {
        return seat.session().equals(planned.reminder().session())
                && seat.isReachable()
                && seat.isConfirmedBefore(planned.dueAt());
    }

    /// Goes on with the most urgent fan-out that has begun by now; empty if there is none, or if
    /// others are at it.
    public Mono<FanOutPage> fanOut(Instant now, int people) {
        return reminders
                .due(now)
                .flatMap(planned ->
                        planned.isExpired(now) ? miss(planned, now) : copy(planned, now, people));
    }

    /// The page is read in a statement of its own: what was committed before the row was locked is
    /// seen.
    private Mono<FanOutPage> copy(Planned planned, Instant now, int people) {
        var reminder = planned.reminder();
        return registrations
                .page(reminder.session(), Set.of(Status.CONFIRMED), planned.reached(), people)
                .flatMap(page -> {
                    var copies =
                            page.stream()
                                    .filter(seat -> isFor(seat, planned))
                                    .map(seat -> copy(planned, seat, now))
                                    .toList();
                    var last = page.isEmpty() ? null : page.getLast().id();
                    return reminders
                            .turn(reminder, last, page.size() < people, now)
                            .then(deliveries.enqueue(copies));
                })
                .map(copies ->
                        new FanOutPage(
                                reminder.kind().delivery(),
                                copies,
                                now.isAfter(planned.dueAt()) ? copies : 0,
                                0));
    }

    private Mono<FanOutPage> miss(Planned planned, Instant now) {
        var reminder = planned.reminder();
        return registrations
                .countConfirmed(reminder.session(), planned.reached(), planned.dueAt())
                .delayUntil(_ -> reminders.turn(reminder, null, true, now))
                .map(missed -> new FanOutPage(reminder.kind().delivery(), 0, 0, missed));
    }

    private static NewDelivery copy(Planned planned, Seat seat, Instant now) {
        var reminder = planned.reminder();
        return new NewDelivery(
                key(reminder, seat.recipient()),
                reminder.kind().delivery(),
                Channel.MAIL,
                seat.recipient(),
                List.of(reminder.session().value()),
                seat.programme(),
                now,
                planned.dueAt().plus(share(planned.spread(), reminder.session(), seat.recipient())),
                planned.expiresAt(),
                false,
                null);
    }

    /// Names a copy: one per kind, session, start and person.
    private static String key(Reminder reminder, RecipientId recipient) {
        return String.join(
                "/",
                reminder.kind().delivery().label(),
                reminder.session().value().toString(),
                Long.toString(reminder.startsAt().getEpochSecond()),
                recipient.value().toString());
    }

    /// Who is reminded when, within the minutes that a kind is spread over, depends on nothing but
    /// the session and the person.
    private static Duration share(Duration spread, SessionId session, RecipientId recipient) {
        var place = (mixed(session.value()) * 31 + mixed(recipient.value())) >>> 33;
        return Duration.ofMillis((spread.toMillis() * place) >> 31);
    }

    /// The finishing step of SplitMix64: every bit of the id counts.
    private static long mixed(UUID id) {
        var bits = id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 29);
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    /// Those whose session still starts when they say, and whose recipient still has the seat.
    ///
    /// @return the registration that each reminds of
    public Mono<Map<DeliveryId, RegistrationId>> stillTrue(Collection<Delivery> copies) {
        if (copies.isEmpty()) {
            return Mono.just(Map.of());
        }
        var sessions = copies.stream().map(ReminderCopies::session).collect(Collectors.toSet());
        var people = copies.stream().map(Delivery::recipient).collect(Collectors.toSet());
        return Mono.zip(
                reminders.of(sessions),
                registrations.of(people, sessions),
                (planned, seats) -> stillTrue(copies, planned, seats));
    }

    private static Map<DeliveryId, RegistrationId> stillTrue(
            Collection<Delivery> copies, List<Planned> planned, List<Seat> seats) {
        var bySession =
                planned.stream().collect(Collectors.groupingBy(it -> it.reminder().session()));
        var said = new HashMap<String, RegistrationId>();
        for (var seat : seats) {
            for (var it : bySession.getOrDefault(seat.session(), List.of())) {
                if (seat.isConfirmedBefore(it.dueAt())) {
                    said.put(key(it.reminder(), seat.recipient()), seat.id());
                }
            }
        }
        return copies.stream()
                .filter(copy -> said.containsKey(copy.key()))
                .collect(Collectors.toMap(Delivery::id, copy -> said.get(copy.key())));
    }

    static SessionId session(Delivery copy) {
        return new SessionId(copy.about().getFirst());
    }
}
