package org.tinkuy.session.importing.file;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// The root of a file: its fields are the file's keys, in snake case.
record ProgrammeFile(@NotEmpty @Size(max = 100) List<@Valid @NotNull ProgrammeEntry> programmes) {

    /// A slug stands in addresses of pages.
    static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    static final String LANGUAGE = "[a-z]{2,3}";
    static final int SLUG_LENGTH = 80;
    static final int LINE_LENGTH = 300;
    static final int TEXT_LENGTH = 2000;
    static final int MOST_ENTRIES = 200;
}
