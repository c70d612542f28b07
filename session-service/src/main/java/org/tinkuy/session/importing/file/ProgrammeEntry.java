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
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.Mode;
import org.tinkuy.session.programme.PlenaryWindow;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Profile;
import org.tinkuy.session.programme.Setting;

record ProgrammeEntry(
        @NotNull @Pattern(regexp = SLUG) @Size(max = SLUG_LENGTH) String slug,
        @NotNull @Valid Texts title,
        @Nullable @Valid Texts motto,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = LINE_LENGTH) String> organisers,
        @Nullable @Size(max = LINE_LENGTH) String fundedBy,
        @NotNull ZoneId timeZone,
        @NotNull Mode mode,
        @Nullable @Size(max = LINE_LENGTH) String place,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable YearMonth month,
        @Nullable @Valid Runs runs,
        @Nullable Admission admission,
        @Nullable @Min(1) @Max(10_000_000) Integer expectedParticipants,
        @Nullable @Valid Policy policy,
        @Nullable @Valid Newsletter newsletter,
        @Nullable @Valid DeviceRule deviceRule,
        @Nullable @Valid Dialogue dialogue,
        @Size(max = MOST_ENTRIES)
                List<@NotBlank @Size(max = LINE_LENGTH) String> streamDestinations,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = LINE_LENGTH) String> audience,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = LINE_LENGTH) String> topics,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = TEXT_LENGTH) String> facts,
        @Size(max = MOST_ENTRIES) List<@NotBlank @Size(max = TEXT_LENGTH) String> challengesRaised,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull EventEntry> events,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull SessionEntry> sessions,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull ChallengeEntry> challenges,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull StandEntry> fair,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull FollowUpEntry> followUpTrainings) {

    record Runs(@NotNull Year from, @Nullable Year until) {}

    record Policy(@NotNull @Valid Plenary plenary) {}

    record Plenary(@NotNull LocalTime starts, @NotNull LocalTime ends, @Nullable Duration lasts) {}

    record Newsletter(
            @NotBlank @Size(max = LINE_LENGTH) String name,
            @Nullable @Valid Texts acknowledgement) {}

    record DeviceRule(
            @Min(1) @Max(100) int activeDevices,
            @NotBlank @Size(max = LINE_LENGTH) String appliesTo,
            @Nullable @Valid Texts message) {}

    record Dialogue(boolean questions, boolean commitmentsTracked) {}

    Profile profile() {
        return new Profile(
                title.toText(),
                Texts.textOf(motto),
                organisers,
                fundedBy,
                audience,
                expectedParticipants,
                topics,
                facts,
                challengesRaised,
                streamDestinations);
    }

    Setting setting() {
        return new Setting(
                timeZone,
                mode,
                place,
                starts,
                ends,
                month,
                runs == null ? null : new Setting.Runs(runs.from(), runs.until()));
    }

    /// Whoever states no admission invites everybody.
    Policies policies() {
        return new Policies(
                admission == null ? Admission.OPEN : admission,
                policy == null ? null : window(policy.plenary()),
                newsletter == null
                        ? null
                        : new Policies.Newsletter(
                                newsletter.name(), Texts.textOf(newsletter.acknowledgement())),
                deviceRule == null
                        ? null
                        : new Policies.DeviceRule(
                                deviceRule.activeDevices(),
                                deviceRule.appliesTo(),
                                Texts.textOf(deviceRule.message())),
                dialogue == null
                        ? null
                        : new Policies.Dialogue(
                                dialogue.questions(), dialogue.commitmentsTracked()));
    }

    private static PlenaryWindow window(Plenary plenary) {
        return new PlenaryWindow(plenary.starts(), plenary.ends(), plenary.lasts());
    }
}
