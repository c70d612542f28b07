package org.tinkuy.site.organiser;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.upstream.Problem;
import org.tinkuy.site.upstream.ServiceUnavailable;

/// What speaks against a move: message keys, by field, and one for the move as a whole.
///
/// @param general `null`: only fields are wrong
/// @param insistable a written reason lets the organiser have it anyway
public record MoveFaults(
        Map<String, String> byField, @Nullable String general, boolean insistable) {

    static final MoveFaults NONE = new MoveFaults(Map.of(), null, false);

    private static final Set<String> FIELDS =
            Set.of("date", "starts", "ends", "timeZone", "place", "override");
    private static final Set<String> CODES = Set.of("past", "impossible", "too-long");
    private static final Set<String> INSISTABLE =
            Set.of("outside-plenary-window", "overlapping-plenaries");
    private static final Set<String> PROBLEMS = Set.of("session-changed", "session-cancelled");

    public MoveFaults {
        byField = Map.copyOf(byField);
    }

    static MoveFaults of(Problem problem) {
        var name = problem.name();
        if (INSISTABLE.contains(name)) {
            return new MoveFaults(Map.of(), "move.fault." + name, true);
        }
        if (PROBLEMS.contains(name)) {
            return new MoveFaults(Map.of(), "move.fault." + name, false);
        }
        var byField = new HashMap<String, String>();
        for (var fault : problem.faults()) {
            if (FIELDS.contains(String.valueOf(fault.field()))) {
                byField.putIfAbsent(
                        String.valueOf(fault.field()), key(String.valueOf(fault.code())));
            }
        }
        return new MoveFaults(byField, byField.isEmpty() ? "fault.refused" : null, false);
    }

    static MoveFaults of(ServiceUnavailable away) {
        return new MoveFaults(Map.of(), "move.fault.unavailable", false);
    }

    public boolean isEmpty() {
        return byField.isEmpty() && general == null;
    }

    public @Nullable String at(String field) {
        return byField.get(field);
    }

    private static String key(String code) {
        return CODES.contains(code) ? "move.fault." + code : "fault.invalid";
    }
}
