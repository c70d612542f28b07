package org.tinkuy.session.publication;

import static org.tinkuy.session.programme.TextByLanguage.textsOf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.PlenaryWindow;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Setting;

/// The published state of a programme: what the message `programme-published` carries and the API
/// answers. What is absent was not stated.
///
/// @param contact an e-mail address: whom attendees write to
public record ProgrammePublished(
        UUID id,
        String slug,
        Map<String, String> title,
        @Nullable Map<String, String> motto,
        @Nullable Map<String, String> description,
        List<String> organisers,
        @Nullable String fundedBy,
        @Nullable String contact,
        String timeZone,
        String mode,
        @Nullable String place,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable YearMonth month,
        @Nullable Runs runs,
        @Nullable Integer shiftedWeeks,
        @Nullable Integer expectedParticipants,
        String admission,
        @Nullable Policy policy,
        @Nullable Newsletter newsletter,
        @Nullable DeviceRule deviceRule,
        @Nullable Dialogue dialogue,
        List<String> streamDestinations,
        List<String> audience,
        List<String> topics,
        List<String> facts,
        List<String> challengesRaised,
        List<EventPublished> events,
        List<ChallengePublished> challenges,
        List<StandPublished> stands,
        List<FollowUpPublished> followUps,
        @Nullable List<SpeakerPublished> speakers,
        @Nullable Map<String, Map<String, String>> translations,
        @Nullable Boolean archived) {

    public record Runs(int from, @Nullable Integer until) {}

    public record Policy(Plenary plenary) {}

    public record Plenary(String starts, String ends, @Nullable Duration lasts) {}

    public record Newsletter(String name, @Nullable Map<String, String> acknowledgement) {}

    public record DeviceRule(
            int activeDevices, String appliesTo, @Nullable Map<String, String> message) {}

    public record Dialogue(boolean questions, boolean commitmentsTracked) {}

    public static ProgrammePublished of(PublishedProgramme published) {
        var programme = published.asItHappens();
        var profile = programme.profile();
        var setting = programme.setting();
        var policies = programme.policies();
        var contact = profile.contact();
        return new ProgrammePublished(
                programme.id().value(),
                programme.slug(),
                profile.title().byLanguage(),
                textsOf(profile.motto()),
                textsOf(profile.description()),
                profile.organisers(),
                profile.fundedBy(),
                contact == null ? null : contact.value(),
                setting.timeZone().getId(),
                setting.mode().word(),
                setting.place(),
                setting.starts(),
                setting.ends(),
                setting.month(),
                runs(setting.runs()),
                programme.shiftedWeeks() == 0 ? null : programme.shiftedWeeks(),
                profile.expectedParticipants(),
                policies.admission().word(),
                policy(policies.plenary()),
                newsletter(policies.newsletter()),
                deviceRule(policies.deviceRule()),
                dialogue(policies.dialogue()),
                profile.streamDestinations(),
                profile.audience(),
                profile.topics(),
                profile.facts(),
                profile.challengesRaised(),
                programme.events().stream().map(EventPublished::of).toList(),
                published.challenges().stream().map(ChallengePublished::of).toList(),
                published.stands().stream().map(StandPublished::of).toList(),
                published.followUps().stream().map(FollowUpPublished::of).toList(),
                published.speakers().isEmpty()
                        ? null
                        : published.speakers().stream().map(SpeakerPublished::of).toList(),
                profile.translations().isEmpty() ? null : profile.translations(),
                published.archived() ? true : null);
    }

    private static @Nullable Runs runs(Setting.@Nullable Runs runs) {
        if (runs == null) {
            return null;
        }
        var until = runs.until();
        return new Runs(runs.from().getValue(), until == null ? null : until.getValue());
    }

    private static @Nullable Policy policy(@Nullable PlenaryWindow window) {
        return window == null
                ? null
                : new Policy(
                        new Plenary(
                                window.starts().toString(),
                                window.ends().toString(),
                                window.lasts()));
    }

    private static @Nullable Newsletter newsletter(Policies.@Nullable Newsletter newsletter) {
        return newsletter == null
                ? null
                : new Newsletter(newsletter.name(), textsOf(newsletter.acknowledgement()));
    }

    private static @Nullable DeviceRule deviceRule(Policies.@Nullable DeviceRule rule) {
        return rule == null
                ? null
                : new DeviceRule(rule.activeDevices(), rule.appliesTo(), textsOf(rule.message()));
    }

    private static @Nullable Dialogue dialogue(Policies.@Nullable Dialogue dialogue) {
        return dialogue == null
                ? null
                : new Dialogue(dialogue.questions(), dialogue.commitmentsTracked());
    }
}
