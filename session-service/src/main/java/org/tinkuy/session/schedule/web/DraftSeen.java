package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Insistence;

/// @param version of the draft as the organiser saw it
/// @param override why it is published although rules speak against it
record DraftSeen(@NotNull Long version, @Nullable Overrides override) {

    Insistence insistence() {
        return Overrides.insistence(override, null);
    }
}
