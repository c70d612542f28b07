package org.tinkuy.session.schedule.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.SessionId;

/// What an organiser says beside several sessions.
final class SaidBySession {

    private SaidBySession() {}

    static List<FieldError> faults(@Nullable Map<UUID, Overrides> override) {
        return override == null
                ? List.of()
                : override.entrySet().stream()
                        .flatMap(reason ->
                                Overrides.faults("override." + reason.getKey(), reason.getValue())
                                        .stream())
                        .toList();
    }

    static Map<SessionId, Insistence> said(
            @Nullable Map<UUID, Overrides> override, @Nullable Map<UUID, Set<Doubt>> meant) {
        Map<UUID, Overrides> reasons = override == null ? Map.of() : override;
        Map<UUID, Set<Doubt>> yes = meant == null ? Map.of() : meant;
        var sessions = new HashSet<>(reasons.keySet());
        sessions.addAll(yes.keySet());
        var said = new HashMap<SessionId, Insistence>();
        sessions.forEach(id ->
                said.put(new SessionId(id), Overrides.insistence(reasons.get(id), yes.get(id))));
        return said;
    }
}
