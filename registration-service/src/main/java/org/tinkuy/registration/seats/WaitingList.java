package org.tinkuy.registration.seats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.seats.Registration.Waitlisted;

/// The waiting list of one pool during a batch: its first places, and who joins or leaves.
final class WaitingList {

    private final NavigableMap<Long, RegistrationId> first = new TreeMap<>();
    private final Map<RegistrationId, Integer> ahead = new HashMap<>();
    private final List<Long> left = new ArrayList<>();

    void load(Waitlisted waitlisted) {
        first.put(waitlisted.order(), waitlisted.place().id());
    }

    void ahead(RegistrationId id, int count) {
        ahead.put(id, count);
    }

    /// @param before how many wait already
    void join(Waitlisted waitlisted, int before) {
        load(waitlisted);
        ahead.put(waitlisted.place().id(), before + left.size());
    }

    void leave(Waitlisted waitlisted) {
        first.remove(waitlisted.order());
        ahead.remove(waitlisted.place().id());
        left.add(waitlisted.order());
    }

    @Nullable RegistrationId next() {
        var entry = first.firstEntry();
        return entry == null ? null : entry.getValue();
    }

    /// From 1. Only for registrations that were loaded or joined with the number of those ahead.
    int position(Waitlisted waitlisted) {
        var before = ahead.get(waitlisted.place().id());
        if (before == null) {
            throw new IllegalStateException("not loaded: who is before " + waitlisted.place());
        }
        var gone = left.stream().filter(order -> order < waitlisted.order()).count();
        return before + 1 - (int) gone;
    }
}
