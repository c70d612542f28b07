package org.tinkuy.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// The naive check: each session is held against each other one.
final class AllPairs {

    private AllPairs() {}

    /// How many pairs of a programme's sessions want the same speaker at the same time.
    static int conflicts(FullHalls halls, int moved, FullHalls.Slot to) {
        var slots = slots(halls, moved, to);
        var conflicts = 0;
        for (var one = 0; one < slots.size(); one++) {
            for (var other = one + 1; other < slots.size(); other++) {
                if (halls.speakerOf(one) == halls.speakerOf(other)
                        && slots.get(one).equals(slots.get(other))) {
                    conflicts++;
                }
            }
        }
        return conflicts;
    }

    private static List<FullHalls.Slot> slots(FullHalls halls, int moved, FullHalls.Slot to) {
        var slots = new ArrayList<FullHalls.Slot>(halls.sessions());
        for (var number = 0; number < halls.sessions(); number++) {
            slots.add(number == moved ? to : halls.slot(number));
        }
        return slots;
    }
}
