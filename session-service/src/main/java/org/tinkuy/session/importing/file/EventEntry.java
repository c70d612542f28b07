package org.tinkuy.session.importing.file;

import static org.tinkuy.session.importing.file.ProgrammeFile.LINE_LENGTH;
import static org.tinkuy.session.importing.file.ProgrammeFile.MOST_ENTRIES;
import static org.tinkuy.session.importing.file.ProgrammeFile.SLUG;
import static org.tinkuy.session.importing.file.ProgrammeFile.SLUG_LENGTH;
import static org.tinkuy.session.importing.file.ProgrammeFile.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;

record EventEntry(
        @NotNull @Pattern(regexp = SLUG) @Size(max = SLUG_LENGTH) String slug,
        @NotNull @Valid Texts title,
        @Nullable @Size(max = LINE_LENGTH) String region,
        @Nullable @Size(max = TEXT_LENGTH) String note,
        @Nullable @Min(1) @Max(1000) Integer sequence,
        @Nullable ZoneId timeZone,
        @Nullable LocalDate announced,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = TEXT_LENGTH) String> facts,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = LINE_LENGTH) String> topics,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull Participant> participants,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull SessionEntry> sessions) {

    record Participant(@NotBlank @Size(max = LINE_LENGTH) String role) {}

    Event toEvent(EventId id) {
        return new Event(
                id,
                slug,
                title.toText(),
                region,
                note,
                sequence,
                timeZone,
                announced,
                starts,
                ends,
                facts,
                topics,
                participants.stream().map(Participant::role).toList());
    }
}
