package org.tinkuy.session.importing.file;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.tinkuy.session.programme.Bounds;

/// The root of a file: its fields are the file's keys, in snake case.
record ProgrammeFile(
        @NotEmpty @Size(max = Bounds.MOST_PROGRAMMES)
                List<@Valid @NotNull ProgrammeEntry> programmes) {}
