package org.tinkuy.session.importing.file;

import static java.util.stream.Collectors.toMap;
import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.MOST_DEVICES;
import static org.tinkuy.session.programme.Bounds.MOST_ENTRIES;
import static org.tinkuy.session.programme.Bounds.MOST_PARTICIPANTS;
import static org.tinkuy.session.programme.Bounds.MOST_SESSIONS;
import static org.tinkuy.session.programme.Bounds.MOST_TRANSLATIONS;
import static org.tinkuy.session.programme.Bounds.MOST_TRAVEL_MINUTES;
import static org.tinkuy.session.programme.Bounds.SLUG;
import static org.tinkuy.session.programme.Bounds.SLUG_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG_WORDS;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.Map;
import java.util.Objects;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Mode;
import org.tinkuy.session.programme.PlenaryWindow;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Profile;
import org.tinkuy.session.programme.Setting;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;

/// @param contact whom attendees write to; public
/// @param shiftedWeeks by how many weeks its dates were moved when it was loaded as a sample
record ProgrammeEntry(
        @NotNull @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH) String slug,
        @NotNull @Valid Titles title,
        @Nullable @Valid Titles motto,
        @Nullable @Valid Texts description,
        @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> organisers,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String fundedBy,
        @Nullable String contact,
        @NotNull ZoneId timeZone,
        @NotNull Mode mode,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String place,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable YearMonth month,
        @Nullable @Valid Runs runs,
        @Nullable @Min(1) Integer shiftedWeeks,
        @Nullable Admission admission,
        @Nullable @Min(1) @Max(MOST_PARTICIPANTS) Integer expectedParticipants,
        @Nullable @Valid Policy policy,
        @Nullable @Min(1) @Max(MOST_TRAVEL_MINUTES) Integer travelMinutes,
        @Nullable @Valid Newsletter newsletter,
        @Nullable @Valid DeviceRule deviceRule,
        @Nullable @Valid Dialogue dialogue,
        @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> streamDestinations,
        @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> audience,
        @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> topics,
        @Size(max = MOST_ENTRIES) List<@Seen @CodePointLength(max = TEXT_LENGTH) String> facts,
        @Size(max = MOST_ENTRIES)
                List<@Seen @CodePointLength(max = TEXT_LENGTH) String> challengesRaised,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull EventEntry> events,
        @Size(max = MOST_SESSIONS) List<@Valid @NotNull SessionEntry> sessions,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull ChallengeEntry> challenges,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull StandEntry> fair,
        @Size(max = MOST_ENTRIES) List<@Valid @NotNull FollowUpEntry> followUpTrainings,
        @Size(max = Speakers.MOST) List<@Valid @NotNull SpeakerEntry> speakers,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE) String,
                                @NotNull @Size(max = MOST_TRANSLATIONS) Map<
                                        @Seen @CodePointLength(max = TEXT_LENGTH) String,
                                        @Seen @CodePointLength(max = TEXT_LENGTH) String>>
                        translations) {

    ProgrammeEntry {
        fundedBy = Stated.orNull(fundedBy);
        contact = Stated.orNull(contact);
        place = Stated.orNull(place);
    }

    /// What no constraint says, of itself.
    List<FieldError> faults() {
        var errors = new FieldErrors();
        if (contact != null) {
            errors.address("contact", contact);
        }
        return errors.all();
    }

    record Runs(@NotNull Year from, @Nullable Year until) {}

    record Policy(@NotNull @Valid Plenary plenary) {}

    record Plenary(@NotNull LocalTime starts, @NotNull LocalTime ends, @Nullable Duration lasts) {}

    record Newsletter(
            @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String name,
            @Nullable @Valid Texts acknowledgement) {}

    record DeviceRule(
            @NotNull @Min(1) @Max(MOST_DEVICES) Integer activeDevices,
            @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String appliesTo,
            @Nullable @Valid Texts message) {}

    record Dialogue(@NotNull Boolean questions, @NotNull Boolean commitmentsTracked) {}

    /// Without [#faults].
    Profile profile() {
        return new Profile(
                title.toText(),
                Titles.textOf(motto),
                Texts.textOf(description),
                organisers,
                fundedBy,
                contact == null ? null : EmailAddress.parse(contact).orElseThrow(),
                audience,
                expectedParticipants,
                topics,
                facts,
                challengesRaised,
                streamDestinations,
                translations);
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
                travelMinutes == null ? null : Duration.ofMinutes(travelMinutes),
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

    static ProgrammeEntry of(PublishedProgramme published, List<Session> sessions) {
        var programme = published.programme();
        var profile = programme.profile();
        var setting = programme.setting();
        var policies = programme.policies();
        var contact = profile.contact();
        var called = published.speakers().stream().collect(toMap(Speaker::id, Speaker::slug));
        return new ProgrammeEntry(
                programme.slug(),
                new Titles(profile.title().byLanguage()),
                Titles.of(profile.motto()),
                Texts.of(profile.description()),
                profile.organisers(),
                profile.fundedBy(),
                contact == null ? null : contact.value(),
                setting.timeZone(),
                setting.mode(),
                setting.place(),
                setting.starts(),
                setting.ends(),
                setting.month(),
                of(setting.runs()),
                programme.shiftedWeeks() == 0 ? null : programme.shiftedWeeks(),
                policies.admission(),
                profile.expectedParticipants(),
                of(policies.plenary()),
                minutes(policies.travel()),
                of(policies.newsletter()),
                of(policies.deviceRule()),
                of(policies.dialogue()),
                profile.streamDestinations(),
                profile.audience(),
                profile.topics(),
                profile.facts(),
                profile.challengesRaised(),
                programme.events().stream()
                        .map(event -> EventEntry.of(event, of(sessions, event.id(), called)))
                        .toList(),
                of(sessions, null, called),
                published.challenges().stream().map(ChallengeEntry::of).toList(),
                published.stands().stream().map(StandEntry::of).toList(),
                published.followUps().stream().map(FollowUpEntry::of).toList(),
                published.speakers().stream().map(SpeakerEntry::of).toList(),
                profile.translations());
    }

    private static List<SessionEntry> of(
            List<Session> sessions, @Nullable EventId event, Map<SpeakerId, String> called) {
        return sessions.stream()
                .filter(session -> Objects.equals(session.eventId(), event))
                .map(session -> SessionEntry.of(session, called))
                .toList();
    }

    private static @Nullable Runs of(Setting.@Nullable Runs runs) {
        return runs == null ? null : new Runs(runs.from(), runs.until());
    }

    private static @Nullable Policy of(@Nullable PlenaryWindow window) {
        return window == null
                ? null
                : new Policy(new Plenary(window.starts(), window.ends(), window.lasts()));
    }

    private static @Nullable Integer minutes(@Nullable Duration travel) {
        return travel == null ? null : Math.toIntExact(travel.toMinutes());
    }

    private static @Nullable Newsletter of(Policies.@Nullable Newsletter newsletter) {
        return newsletter == null
                ? null
                : new Newsletter(newsletter.name(), Texts.of(newsletter.acknowledgement()));
    }

    private static @Nullable DeviceRule of(Policies.@Nullable DeviceRule rule) {
        return rule == null
                ? null
                : new DeviceRule(rule.activeDevices(), rule.appliesTo(), Texts.of(rule.message()));
    }

    private static @Nullable Dialogue of(Policies.@Nullable Dialogue dialogue) {
        return dialogue == null
                ? null
                : new Dialogue(dialogue.questions(), dialogue.commitmentsTracked());
    }
}
