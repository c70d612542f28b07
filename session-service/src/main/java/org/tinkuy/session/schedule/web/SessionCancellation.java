package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.TextByLanguage;

/// @param reason what people read, by language
record SessionCancellation(
        @Nullable @Size(max = 20)
                Map<@Pattern(regexp = "[a-z]{2,3}") String, @NotBlank @Size(max = 500) String>
                        reason) {

    @Nullable TextByLanguage toReason() {
        return reason == null || reason.isEmpty() ? null : new TextByLanguage(reason);
    }
}
