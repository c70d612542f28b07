package org.tinkuy.site.programme;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The newest whole state by id. A removal keeps its sequence, so that older state, repeated by a
/// relay, does not bring back what is gone.
final class LatestStates<T> {

    private record State<T>(long sequence, @Nullable T value) {}

    private final Map<UUID, State<T>> states = new HashMap<>();

    /// The same sequence again is welcome: topics are republished.
    boolean put(UUID id, T value, long sequence) {
        var known = states.get(id);
        if (known != null && known.sequence() > sequence) {
            return false;
        }
        states.put(id, new State<>(sequence, value));
        return true;
    }

    /// @param sequence `null`: a tombstone that says nothing but its key removes what is known
    boolean remove(UUID id, @Nullable Long sequence) {
        var known = states.get(id);
        var last = known == null ? Long.MIN_VALUE : known.sequence();
        if (sequence != null && sequence < last) {
            return false;
        }
        states.put(id, new State<>(sequence == null ? last : sequence, null));
        return true;
    }

    Optional<T> get(UUID id) {
        var known = states.get(id);
        return known == null ? Optional.empty() : Optional.ofNullable(known.value());
    }
}
