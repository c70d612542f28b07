package org.tinkuy.registration.seats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How seats are given, told a second time and as simply as possible: one request after the other,
/// people on chairs and in a queue.
final class SeatModel {

    /// A person who has asked but not confirmed the address.
    private record Asked(boolean onChair, Instant first, Instant until) {}

    private static final class Room {
        @Nullable Integer chairs;
        boolean withdrawn;
        final Map<Integer, String> seated = new TreeMap<>();
        final List<Integer> queue = new ArrayList<>();
        final Map<Integer, Asked> asked = new TreeMap<>();
        final Map<Integer, String> gone = new TreeMap<>();

        boolean free() {
            var onChairs = seated.size() + asked.values().stream().filter(Asked::onChair).count();
            return chairs == null || onChairs < chairs;
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
                return "pending " + pending.onChair() + " " + pending.until();
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
        if (room.seated.containsKey(person) || room.queue.contains(person)) {
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
        var chair = room.freeForNewcomer();
        var answer = chair ? "held" : "waiting-list";
        if (room.seated.containsKey(person) || room.queue.contains(person)) {
            return answer;
        }
        room.gone.remove(person);
        var before = room.asked.get(person);
        if (before == null) {
            room.asked.put(person, new Asked(chair, now, now.plus(Duration.ofMinutes(10))));
        } else {
            var cap = before.first().plus(Duration.ofMinutes(30));
            var until = now.plus(Duration.ofMinutes(10));
            until = until.isAfter(cap) ? cap : until;
            until = until.isBefore(before.until()) ? before.until() : until;
            room.asked.put(person, new Asked(before.onChair() || chair, before.first(), until));
        }
        return answer;
    }

    void confirm(int person) {
        rooms.values().stream()
                .filter(room -> room.asked.containsKey(person))
                .forEach(room -> settle(person, room));
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

    void expire(int person, int session, Instant now) {
        var pending = room(session).asked.get(person);
        if (pending != null && !pending.until().isAfter(now)) {
            leave(person, room(session), "hold-expired");
        }
    }

    private static String leave(int person, Room room, String reason) {
        room.asked.remove(person);
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
