package org.tinkuy.session.programme.web;

import static org.tinkuy.session.programme.Bounds.LANGUAGE;
import static org.tinkuy.session.programme.Bounds.LANGUAGES;
import static org.tinkuy.session.programme.Bounds.LANGUAGE_WORDS;
import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.MOST_DEVICES;
import static org.tinkuy.session.programme.Bounds.MOST_ENTRIES;
import static org.tinkuy.session.programme.Bounds.MOST_PARTICIPANTS;
import static org.tinkuy.session.programme.Bounds.MOST_TRANSLATIONS;
import static org.tinkuy.session.programme.Bounds.MOST_TRAVEL_MINUTES;
import static org.tinkuy.session.programme.Bounds.SLUG;
import static org.tinkuy.session.programme.Bounds.SLUG_LENGTH;
import static org.tinkuy.session.programme.Bounds.SLUG_WORDS;
import static org.tinkuy.session.programme.Bounds.TEXT_LENGTH;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.Mode;
import org.tinkuy.session.programme.PlenaryWindow;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Profile;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Setting;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.programme.TextByLanguage;

/// What an organiser reads and sends back: what the programme itself says, without its events. What
/// is absent is not stated any more.
///
/// @param id not changed by what is sent
/// @param slug how it is called in addresses; said, or made of its title, when it is begun, and not
///   changed any more
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
/// @param contact whom attendees write to; public
/// @param translations by language, of texts that are written in one language only
record ProgrammeDraft(
        @Nullable UUID id,
        @Nullable @Pattern(regexp = SLUG, message = SLUG_WORDS) @Size(max = SLUG_LENGTH)
                String slug,
        @NotNull Long version,
        @NotEmpty @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        title,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @OneLine @CodePointLength(max = TEXT_LENGTH) String>
                        motto,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                @Seen @CodePointLength(max = TEXT_LENGTH) String>
                        description,
        @Nullable @Size(max = MOST_ENTRIES)
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
        @Nullable @Min(1) @Max(MOST_PARTICIPANTS) Integer expectedParticipants,
        @NotNull Admission admission,
        @Nullable @Valid Policy policy,
        @Nullable @Min(1) @Max(MOST_TRAVEL_MINUTES) Integer travelMinutes,
        @Nullable @Valid Newsletter newsletter,
        @Nullable @Valid DeviceRule deviceRule,
        @Nullable @Valid Dialogue dialogue,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> streamDestinations,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> audience,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> topics,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @CodePointLength(max = TEXT_LENGTH) String> facts,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @CodePointLength(max = TEXT_LENGTH) String> challengesRaised,
        @Nullable @Size(max = LANGUAGES)
                Map<
                                @Pattern(regexp = LANGUAGE) String,
                                @NotNull @Size(max = MOST_TRANSLATIONS) Map<
                                        @Seen @CodePointLength(max = TEXT_LENGTH) String,
                                        @Seen @CodePointLength(max = TEXT_LENGTH) String>>
                        translations) {

    ProgrammeDraft {
        fundedBy = Stated.orNull(fundedBy);
        contact = Stated.orNull(contact);
        place = Stated.orNull(place);
    }

    /// What no constraint says.
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
            @Nullable @Size(max = LANGUAGES)
                    Map<
                                    @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                    @Seen @CodePointLength(max = TEXT_LENGTH) String>
                            acknowledgement) {}

    record DeviceRule(
            @NotNull @Min(1) @Max(MOST_DEVICES) Integer activeDevices,
            @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String appliesTo,
            @Nullable @Size(max = LANGUAGES)
                    Map<
                                    @Pattern(regexp = LANGUAGE, message = LANGUAGE_WORDS) String,
                                    @Seen @CodePointLength(max = TEXT_LENGTH) String>
                            message) {}

    record Dialogue(@NotNull Boolean questions, @NotNull Boolean commitmentsTracked) {}

    static ProgrammeDraft of(Programme programme) {
        var profile = programme.profile();
        var setting = programme.setting();
        var policies = programme.policies();
        var contact = profile.contact();
        return new ProgrammeDraft(
                programme.id().value(),
                programme.slug(),
                programme.version(),
                profile.title().byLanguage(),
                TextByLanguage.textsOf(profile.motto()),
                TextByLanguage.textsOf(profile.description()),
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
                profile.expectedParticipants(),
                policies.admission(),
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
                profile.translations());
    }

    private static @Nullable Runs of(Setting.@Nullable Runs runs) {
        return runs == null ? null : new Runs(runs.from(), runs.until());
    }

    private static @Nullable Policy of(@Nullable PlenaryWindow window) {
        return window == null
                ? null
                : new Policy(new Plenary(window.starts(), window.ends(), window.lasts()));
    }

    private static @Nullable Newsletter of(Policies.@Nullable Newsletter newsletter) {
        return newsletter == null
                ? null
                : new Newsletter(
                        newsletter.name(), TextByLanguage.textsOf(newsletter.acknowledgement()));
    }

    private static @Nullable DeviceRule of(Policies.@Nullable DeviceRule rule) {
        return rule == null
                ? null
                : new DeviceRule(
                        rule.activeDevices(),
                        rule.appliesTo(),
                        TextByLanguage.textsOf(rule.message()));
    }

    private static @Nullable Dialogue of(Policies.@Nullable Dialogue dialogue) {
        return dialogue == null
                ? null
                : new Dialogue(dialogue.questions(), dialogue.commitmentsTracked());
    }

    Profile profile() {
        return new Profile(
                new TextByLanguage(title),
                TextByLanguage.of(motto),
                TextByLanguage.of(description),
                listed(organisers),
                fundedBy,
                contact == null ? null : EmailAddress.parse(contact).orElseThrow(),
                listed(audience),
                expectedParticipants,
                listed(topics),
                listed(facts),
                listed(challengesRaised),
                listed(streamDestinations),
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

    Policies policies() {
        return new Policies(
                admission,
                policy == null
                        ? null
                        : new PlenaryWindow(
                                policy.plenary.starts, policy.plenary.ends, policy.plenary.lasts),
                travelMinutes == null ? null : Duration.ofMinutes(travelMinutes),
                newsletter == null
                        ? null
                        : new Policies.Newsletter(
                                newsletter.name, TextByLanguage.of(newsletter.acknowledgement)),
                deviceRule == null
                        ? null
                        : new Policies.DeviceRule(
                                deviceRule.activeDevices,
                                deviceRule.appliesTo,
                                TextByLanguage.of(deviceRule.message)),
                dialogue == null
                        ? null
                        : new Policies.Dialogue(dialogue.questions, dialogue.commitmentsTracked));
    }

    private static @Nullable Integer minutes(@Nullable Duration travel) {
        return travel == null ? null : Math.toIntExact(travel.toMinutes());
    }

    static List<String> listed(@Nullable List<String> lines) {
        return lines == null ? List.of() : lines;
    }
}
