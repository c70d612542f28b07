package org.tinkuy.registration.seats;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How seats are given, told a second time and as simply as possible: one request after the other,
/// people on chairs and in a queue.
final class SeatModel {

    /// A person who has asked but not confirmed the address.
    ///
    /// @param told `held`: on a chair, for the time being
    private record Asked(String told, Instant first, Instant until) {

        boolean onChair() {
            return told.equals("held");
        }
    }

    private static final class Room {
        @Nullable Integer chairs;
        boolean withdrawn;
        final Map<Integer, String> seated = new TreeMap<>();
        final List<Integer> queue = new ArrayList<>();
        final Map<Integer, Asked> asked = new TreeMap<>();
        final Map<Integer, String> gone = new TreeMap<>();

        /// When those who lapsed had asked for the first time.
        final Map<Integer, Instant> lapsed = new TreeMap<>();

        /// What was asked for in the name of people in the room: to strangers they are as many
        /// more.
        final Map<Integer, Asked> doubles = new TreeMap<>();

        long held() {
            return asked.values().stream().filter(Asked::onChair).count();
        }

        boolean present(int person) {
            return seated.containsKey(person) || queue.contains(person);
        }

        boolean free() {
            return chairs == null || seated.size() + held() < chairs;
        }

        /// Of the chairs that nobody sits on for certain, half may be held; of an odd number, the
        /// greater half.
        String forStranger(Instant now) {
            var more =
                    doubles.values().stream()
                            .filter(it -> it.onChair() && it.until().isAfter(now))
                            .count();
            if (chairs == null) {
                return queue.isEmpty() ? "held" : "waiting-list";
            }
            if (!queue.isEmpty() || seated.size() + held() + more >= chairs) {
                return "waiting-list";
            }
            return held() + more < (chairs - seated.size() + 1) / 2 ? "held" : "not-held";
        }

        boolean freeForNewcomer() {
            return queue.isEmpty() && free();
        }

        void seatTheQueue() {
            while (!withdrawn && !queue.isEmpty() && free()) {
                seated.put(queue.removeFirst(), "confirmed");
            }
        }

        String enter(int person) {
            gone.remove(person);
            lapsed.remove(person);
            if (freeForNewcomer()) {
                seated.put(person, "confirmed");
            } else {
                queue.add(person);
            }
            return standing(person);
        }

        String standing(int person) {
            if (seated.containsKey(person)) {
                return "confirmed";
            }
            if (queue.contains(person)) {
                return "waitlisted " + (queue.indexOf(person) + 1);
            }
            var pending = asked.get(person);
            if (pending != null) {
                return "pending " + pending.told() + " " + pending.until();
            }
            return gone.getOrDefault(person, "nobody");
        }
    }

    private final Map<Integer, Room> rooms = new HashMap<>();

    void open(int session, @Nullable Integer chairs) {
        room(session).chairs = chairs;
        room(session).withdrawn = false;
        room(session).seatTheQueue();
    }

    void withdraw(int session) {
        var room = room(session);
        room.withdrawn = true;
        room.seated.keySet().forEach(person -> room.gone.put(person, "session-withdrawn"));
        room.queue.forEach(person -> room.gone.put(person, "session-withdrawn"));
        room.asked.keySet().forEach(person -> room.gone.put(person, "session-withdrawn"));
        room.seated.clear();
        room.queue.clear();
        room.asked.clear();
    }

    String register(int person, List<Integer> sessions) {
        if (sessions.stream().anyMatch(session -> room(session).withdrawn)) {
            return "refused";
        }
        return String.join(",", sessions.stream().map(it -> enter(person, room(it))).toList());
    }

    private static String enter(int person, Room room) {
        if (room.present(person)) {
            return room.standing(person);
        }
        return settle(person, room);
    }

    String ask(int person, List<Integer> sessions, Instant now) {
        if (sessions.stream().anyMatch(session -> room(session).withdrawn)) {
            return "refused";
        }
        return String.join(",", sessions.stream().map(it -> ask(person, room(it), now)).toList());
    }

    private static String ask(int person, Room room, Instant now) {
        var answer = room.forStranger(now);
        if (room.present(person)) {
            var before = room.doubles.get(person);
            var first = before == null ? null : before.first();
            var told =
                    before == null || !before.until().isAfter(now)
                            ? asked(first, room, now)
                            : askedAgain(before, answer, now);
            room.doubles.put(person, told);
            return told.told();
        }
        var before = room.asked.get(person);
        if (before == null) {
            room.asked.put(person, asked(room.lapsed.get(person), room, now));
        } else if (before.until().isAfter(now)) {
            room.asked.put(person, askedAgain(before, answer, now));
        } else if (before.onChair() && !room.queue.isEmpty()) {
            return answer;
        } else {
            room.asked.remove(person);
            room.asked.put(person, asked(before.first(), room, now));
        }
        room.gone.remove(person);
        room.lapsed.remove(person);
        return requireNonNull(room.asked.get(person)).told();
    }

    /// @param before when the person had asked for the first time; half an hour is all there is
    private static Asked asked(@Nullable Instant before, Room room, Instant now) {
        var aDayAgo = now.minus(Duration.ofDays(1));
        var first = before != null && before.isAfter(aDayAgo) ? before : now;
        var cap = first.plus(Duration.ofMinutes(30));
        var until = inTenMinutes(now).isAfter(cap) ? cap : inTenMinutes(now);
        var told = room.forStranger(now);
        if (told.equals("held") && until.isAfter(now)) {
            return new Asked("held", first, until);
        }
        return new Asked(told.equals("held") ? "not-held" : told, first, inTenMinutes(now));
    }

    private static Instant inTenMinutes(Instant now) {
        return now.plus(Duration.ofMinutes(10));
    }

    private static Asked askedAgain(Asked before, String answer, Instant now) {
        var cap = before.first().plus(Duration.ofMinutes(30));
        var until = inTenMinutes(now).isAfter(cap) ? cap : inTenMinutes(now);
        until = until.isBefore(before.until()) ? before.until() : until;
        if (before.onChair()) {
            return new Asked("held", before.first(), until);
        }
        if (answer.equals("held") && until.isAfter(now)) {
            return new Asked("held", before.first(), until);
        }
        var told = answer.equals("held") ? "not-held" : answer;
        return new Asked(told, before.first(), inTenMinutes(now));
    }

    /// The code of a challenge that named the person at these sessions came back.
    String confirm(int person, List<Integer> sessions) {
        return sessions.stream()
                .map(this::room)
                .map(room -> confirm(person, room))
                .filter(told -> !told.equals("nobody"))
                .collect(Collectors.joining(","));
    }

    private static String confirm(int person, Room room) {
        if (room.asked.containsKey(person)) {
            return settle(person, room);
        }
        var stood = room.standing(person);
        var mayEnter = stood.equals("nobody") || stood.equals("lapsed");
        return mayEnter && !room.withdrawn ? room.enter(person) : stood;
    }

    private static String settle(int person, Room room) {
        var pending = room.asked.remove(person);
        if (pending != null && pending.onChair()) {
            room.seated.put(person, "confirmed");
            return room.standing(person);
        }
        return room.enter(person);
    }

    String cancel(int person, int session) {
        var room = room(session);
        var stood = room.standing(person);
        if (stood.equals("nobody")) {
            return "refused";
        }
        return room.gone.containsKey(person) ? stood : leave(person, room, "by-attendee");
    }

    void takeBack(int person, List<Integer> sessions, Instant now) {
        sessions.stream().map(this::room).forEach(room -> takeBack(person, room, now));
    }

    private static void takeBack(int person, Room room, Instant now) {
        var twice = room.doubles.get(person);
        if (room.asked.containsKey(person)) {
            leave(person, room, "lapsed");
        } else if (room.present(person) && twice != null && twice.until().isAfter(now)) {
            room.doubles.put(person, new Asked(twice.told(), twice.first(), now));
        }
    }

    void expire(int person, int session, Instant now) {
        var pending = room(session).asked.get(person);
        if (pending != null && !pending.until().isAfter(now)) {
            leave(person, room(session), "lapsed");
        }
    }

    private static String leave(int person, Room room, String reason) {
        var pending = room.asked.remove(person);
        if (pending != null && reason.equals("lapsed")) {
            room.lapsed.put(person, pending.first());
        }
        room.seated.remove(person);
        room.queue.removeIf(waiting -> waiting == person);
        room.gone.put(person, reason);
        room.seatTheQueue();
        return reason;
    }

    String standing(int person, int session) {
        return room(session).standing(person);
    }

    private Room room(int session) {
        return rooms.computeIfAbsent(session, _ -> new Room());
    }
}
