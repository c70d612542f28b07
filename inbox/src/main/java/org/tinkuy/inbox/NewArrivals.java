package org.tinkuy.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which messages of a poll are new to a consumer, given what its notes said before.
///
/// @param raised the last version handled before, of each key for which the poll has a newer one;
///   below every version when there was none
record NewArrivals(Map<Arrival.Key, Long> raised) {

    static final long NONE = Long.MIN_VALUE;

    /// Those that are newer than what came before them, in the order in which they came.
    List<Arrival> states(List<Arrival> poll) {
        var versions = new HashMap<>(raised);
        return poll.stream().filter(arrival -> raises(versions, arrival)).toList();
    }

    /// The first of each key, then the second of those that have one, and so on.
    static List<List<Arrival>> turns(List<Arrival> arrivals) {
        var turns = new ArrayList<List<Arrival>>();
        var before = new HashMap<Arrival.Key, Integer>();
        for (var arrival : arrivals) {
            var turn = before.merge(arrival.key(), 1, Integer::sum) - 1;
            if (turn == turns.size()) {
                turns.add(new ArrayList<>());
            }
            turns.get(turn).add(arrival);
        }
        return turns;
    }

    /// A fact is known by its id. A republished state has a new id but is no new fact, unless the
    /// one that brought about its version never arrived; the same holds for a record that is so old
    /// that the note of its id may be gone.
    ///
    /// @param unseen ids that were never noted
    /// @param notesSince since when the notes of ids are all there
    List<Arrival> facts(List<Arrival> poll, Set<UUID> unseen, Instant notesSince) {
        var left = new HashSet<>(unseen);
        var versions = new HashMap<>(raised);
        var facts = new ArrayList<Arrival>();
        for (var arrival : poll) {
            var newer = raises(versions, arrival);
            var byIdAlone = !arrival.republished() && !arrival.published().isBefore(notesSince);
            if (left.remove(arrival.message().id()) && (newer || byIdAlone)) {
                facts.add(arrival);
            }
        }
        return facts;
    }

    private static boolean raises(Map<Arrival.Key, Long> versions, Arrival arrival) {
        var before = versions.get(arrival.key());
        var sequence = arrival.message().sequence();
        if (before == null || sequence <= before) {
            return false;
        }
        versions.put(arrival.key(), sequence);
        return true;
    }
}
