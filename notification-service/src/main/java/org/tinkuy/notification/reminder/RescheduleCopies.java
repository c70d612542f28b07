package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Registrations.Seat;
import org.tinkuy.notification.people.Registrations.Status;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.AnnouncedTimes.Version;
import reactor.core.publisher.Mono;

/// Notices that a session was moved, to people: one copy per session, version and person.
@Component
public class RescheduleCopies {

    private static final DeliveryKind KIND = DeliveryKind.SESSION_RESCHEDULED;
    private static final Set<Status> TOLD = Set.of(Status.CONFIRMED, Status.WAITLISTED);

    private final RescheduleNotices notices;
    private final Announcements announcements;
    private final Registrations registrations;
    private final Schedule schedule;
    private final Deliveries deliveries;

    RescheduleCopies(
            RescheduleNotices notices,
            Announcements announcements,
            Registrations registrations,
            Schedule schedule,
            Deliveries deliveries) {
        this.notices = notices;
        this.announcements = announcements;
        this.registrations = registrations;
        this.schedule = schedule;
        this.deliveries = deliveries;
    }

    /// Goes on with the oldest fan-out that is due; empty if there is none, or if others are at it.
    public Mono<FanOutPage> fanOut(Instant now, int people) {
        return notices.due(now).flatMap(due -> copy(due, now, people));
    }

    private Mono<FanOutPage> copy(RescheduleNotices.Due due, Instant now, int people) {
        return registrations
                .page(due.session(), TOLD, due.reached(), people)
                .flatMap(page -> {
                    var last = page.isEmpty() ? null : page.getLast().id();
                    return notices.turn(due.session(), last, page.size() < people, now)
                            .then(copies(due, page, now))
                            .flatMap(deliveries::enqueue);
                })
                .map(copies -> new FanOutPage(KIND, copies, 0, 0));
    }

    private Mono<List<NewDelivery>> copies(
            RescheduleNotices.Due due, List<Seat> page, Instant now) {
        var seats = page.stream().filter(Seat::isReachable).toList();
        if (seats.isEmpty()) {
            return Mono.just(List.of());
        }
        return known(Set.of(due.session()), people(seats))
                .map(known -> copies(due, seats, known, now));
    }

    /// Whoever was told the same already is left out: they registered after the change, or it was
    /// taken back.
    private static List<NewDelivery> copies(
            RescheduleNotices.Due due, List<Seat> seats, Known known, Instant now) {
        var copies = new ArrayList<NewDelivery>();
        known.version(due.session(), due.version())
                .ifPresent(version ->
                        seats.forEach(seat ->
                                known.toldElse(seat, version)
                                        .map(version::overWith)
                                        .filter(over -> over.isAfter(now))
                                        .ifPresent(over ->
                                                copies.add(copy(due, seat, version, over, now)))));
        return copies;
    }

    private static NewDelivery copy(
            RescheduleNotices.Due due, Seat seat, Version version, Instant over, Instant now) {
        var useful = now.plus(RescheduleNotice.USEFUL_FOR);
        return new NewDelivery(
                key(seat.session(), version.number(), seat.recipient()),
                KIND,
                Channel.MAIL,
                seat.recipient(),
                List.of(seat.session().value()),
                seat.programme(),
                now,
                due.since(),
                over.isBefore(useful) ? over : useful,
                false,
                null);
    }

    /// @param hasSeat rather than a place on the waiting list
    /// @param revision how often that seat was given up or taken again
    public record Told(
            Announcement before, boolean hasSeat, int revision, RegistrationId registration) {}

    /// What the recipients of these notices were told before; absent are those to whom there is
    /// nothing left to say.
    public Mono<Map<DeliveryId, Told>> toldBefore(Collection<Delivery> copies) {
        if (copies.isEmpty()) {
            return Mono.just(Map.of());
        }
        var sessions = copies.stream().map(ReminderCopies::session).collect(Collectors.toSet());
        var people = copies.stream().map(Delivery::recipient).collect(Collectors.toSet());
        return Mono.zip(
                        known(sessions, people),
                        registrations.of(people, sessions),
                        schedule.takingPlace(sessions))
                .map(found ->
                        toldBefore(
                                copies,
                                found.getT1(),
                                found.getT2().stream()
                                        .filter(seat -> found.getT3().contains(seat.session()))
                                        .toList()));
    }

    private static Map<DeliveryId, Told> toldBefore(
            Collection<Delivery> copies, Known known, List<Seat> seats) {
        var byKey = new HashMap<String, Told>();
        for (var seat : seats) {
            if (TOLD.contains(seat.status())) {
                known.latest(seat.session())
                        .ifPresent(latest ->
                                known.toldElse(seat, latest)
                                        .ifPresent(told ->
                                                byKey.put(
                                                        key(
                                                                seat.session(),
                                                                latest.number(),
                                                                seat.recipient()),
                                                        new Told(
                                                                told.announcement(),
                                                                seat.status() == Status.CONFIRMED,
                                                                seat.revision(),
                                                                seat.id()))));
            }
        }
        return copies.stream()
                .filter(copy -> byKey.containsKey(copy.key()))
                .collect(Collectors.toMap(Delivery::id, copy -> byKey.get(copy.key())));
    }

    private Mono<Known> known(Set<SessionId> sessions, Set<RecipientId> people) {
        return Mono.zip(
                announcements.of(sessions),
                deliveries.reached(KIND, sessions, people).collectList(),
                Known::new);
    }

    private static Set<RecipientId> people(List<Seat> seats) {
        return seats.stream().map(Seat::recipient).collect(Collectors.toSet());
    }

    /// What was announced for sessions, and what of it notices have told whom.
    private record Known(
            Map<SessionId, AnnouncedTimes> announced,
            Map<RecipientId, List<Deliveries.Reached>> reached) {

        Known(Map<SessionId, AnnouncedTimes> announced, List<Deliveries.Reached> reached) {
            this(
                    announced,
                    reached.stream().collect(Collectors.groupingBy(Deliveries.Reached::recipient)));
        }

        Optional<Version> version(SessionId session, long number) {
            return Optional.ofNullable(announced.get(session)).flatMap(it -> it.version(number));
        }

        Optional<Version> latest(SessionId session) {
            return Optional.ofNullable(announced.get(session)).map(AnnouncedTimes::latest);
        }

        /// Empty if the person was told the same.
        Optional<Version> toldElse(Seat seat, Version version) {
            return Optional.ofNullable(announced.get(seat.session()))
                    .flatMap(it ->
                            it.toldBefore(
                                    version.number(),
                                    seat.knownSince(),
                                    byNotice(seat, version.number())))
                    .filter(told -> !told.announcement().equals(version.announcement()));
        }

        private LongStream byNotice(Seat seat, long except) {
            var session = seat.session().value();
            return reached.getOrDefault(seat.recipient(), List.of()).stream()
                    .filter(it -> it.about().equals(session))
                    .mapToLong(it -> versionOf(it.key()))
                    .filter(version -> version != except);
        }
    }

    private static String key(SessionId session, long version, RecipientId recipient) {
        return String.join(
                "/",
                KIND.label(),
                session.value().toString(),
                Long.toString(version),
                recipient.value().toString());
    }

    private static long versionOf(String key) {
        return Long.parseLong(key.split("/", -1)[2]);
    }
}
