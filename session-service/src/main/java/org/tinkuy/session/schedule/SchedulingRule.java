package org.tinkuy.session.schedule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a programme may ask of its sessions, and an organiser may break for a written reason: one
/// reason for each, since each protects somebody else.
public enum SchedulingRule {
    OUTSIDE_PLENARY_WINDOW,
    OVERLAPPING_PLENARIES,
    SPEAKER_ELSEWHERE;

    /// As it stands in problems and the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SchedulingRule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }
}
