package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Exemption;

/// @param version of the draft as the organiser saw it
/// @param override why it is published although a policy or a conflict speaks against it
record DraftSeen(@NotNull Long version, @Nullable @Size(max = Exemption.LONGEST) String override) {

    @Nullable Exemption exemption() {
        return Exemption.of(override);
    }
}
