package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;

/// @param version of the draft as the organiser saw it
/// @param override why it is published although rules speak against it
/// @param meant the questions of a refusal to which the answer is yes
record DraftSeen(
        @NotNull Long version, @Nullable Overrides override, @Nullable Set<@NotNull Doubt> meant) {

    Insistence insistence() {
        return Overrides.insistence(override, meant);
    }
}
