package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.EmailAddress;
import org.tinkuy.registration.registration.BatchNeeds.Attendance;
import org.tinkuy.registration.registration.Registration.Waitlisted;

/// A database in memory that loads no more for a batch than the real one does, and refuses what the
/// real one's constraints refuse.
final class SeatStore {

    final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();
    final Map<EmailAddress, AttendeeId> attendees = new HashMap<>();
    final List<RegistrationEvent> published = new ArrayList<>();

    Session session(SessionId id) {
        return Objects.requireNonNull(sessions.get(id));
    }

    Decision decide(List<Command> commands, Instant now) {
        var decision = SeatAllocation.decide(load(commands), commands, now);
        save(decision);
        return decision;
    }

    private LoadedState load(List<Command> commands) {
        var needs = BatchNeeds.of(commands, attendees);
        var named = commands.stream().flatMap(command -> command.sessions().stream()).distinct();
        var about = registrations.values().stream().filter(it -> isNeeded(it, needs)).toList();
        var ahead = new HashMap<RegistrationId, Integer>();
        about.stream()
                .filter(Waitlisted.class::isInstance)
                .map(Waitlisted.class::cast)
                .forEach(waitlisted -> ahead.put(waitlisted.place().id(), ahead(waitlisted)));
        var queues = new ArrayList<Waitlisted>();
        needs.seatsThatMayBecomeFree()
                .forEach((session, count) ->
                        queue(session).stream().limit(count).forEach(queues::add));
        return new LoadedState(
                named.filter(sessions::containsKey)
                        .collect(Collectors.toMap(Function.identity(), this::session)),
                attendees,
                about,
                queues,
                ahead);
    }

    private static boolean isNeeded(Registration registration, BatchNeeds needs) {
        var place = registration.place();
        return needs.registrations().contains(place.id())
                || needs.attendances().contains(new Attendance(place.session(), place.attendee()));
    }

    List<Waitlisted> queue(SessionId session) {
        return registrations.values().stream()
                .filter(Waitlisted.class::isInstance)
                .map(Waitlisted.class::cast)
                .filter(waitlisted -> waitlisted.place().session().equals(session))
                .sorted(Comparator.comparingLong(Waitlisted::order))
                .toList();
    }

    private int ahead(Waitlisted waitlisted) {
        return (int)
                queue(waitlisted.place().session()).stream()
                        .filter(other -> other.order() < waitlisted.order())
                        .count();
    }

    private void save(Decision decision) {
        for (var event : decision.events()) {
            var before = lastVersion(event.after().place().id());
            check(event.after().version() == before + 1, "versions have no gap: " + event);
            published.add(event);
        }
        decision.registrations()
                .forEach(
                        registration -> registrations.put(registration.place().id(), registration));
        for (var session : decision.sessions()) {
            var before = session(session.id());
            var limit = limit(before);
            check(session.taken() <= limit, "oversold: " + session);
            sessions.put(session.id(), session);
        }
        audit();
    }

    private static long limit(Session before) {
        return before.capacity() == null
                ? Long.MAX_VALUE
                : Math.max(before.capacity(), before.taken());
    }

    private long lastVersion(RegistrationId id) {
        return published.stream()
                .filter(event -> event.after().place().id().equals(id))
                .mapToLong(event -> event.after().version())
                .max()
                .orElse(0);
    }

    private void audit() {
        Set<Object> pairs = new HashSet<>();
        for (var registration : registrations.values()) {
            var place = registration.place();
            check(pairs.add(List.of(place.session(), place.attendee())), "twice: " + place);
        }
        for (var session : sessions.values()) {
            var taken =
                    registrations.values().stream()
                            .filter(it -> it.place().session().equals(session.id()))
                            .filter(Registration::takesSeat)
                            .count();
            check(session.taken() == taken, "taken is not what is taken: " + session);
            check(session.waiting() == queue(session.id()).size(), "waiting: " + session);
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
