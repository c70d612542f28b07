package org.tinkuy.session.importing.file;

import static org.tinkuy.session.importing.file.ProgrammeFile.LINE_LENGTH;
import static org.tinkuy.session.importing.file.ProgrammeFile.MOST_ENTRIES;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Stand;

record StandEntry(
        @NotBlank @Size(max = LINE_LENGTH) String stand,
        @Nullable @Size(max = LINE_LENGTH) String host,
        @Nullable @Size(max = LINE_LENGTH) String open,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = LINE_LENGTH) String> resources,
        @Nullable Boolean directExchange) {

    Stand toStand() {
        return new Stand(stand, host, open, resources, directExchange);
    }
}
