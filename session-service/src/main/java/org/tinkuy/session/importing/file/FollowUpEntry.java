package org.tinkuy.session.importing.file;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.FollowUp;

record FollowUpEntry(
        @NotBlank @Size(max = ProgrammeFile.LINE_LENGTH) String country,
        @Nullable ZoneId timeZone,
        @Nullable @Pattern(regexp = ProgrammeFile.LANGUAGE) String language) {

    FollowUp toFollowUp() {
        return new FollowUp(country, timeZone, language);
    }
}
