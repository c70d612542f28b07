package org.tinkuy.session.importing.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Impossible;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;

/// The programmes of a file, each of whose values fits by itself: what cannot be true together, and
/// what speaks against a session, is found in all of them before any is refused.
final class FilePlans {

    private final Insistence insistence;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    FilePlans(Insistence insistence, Instant now) {
        this.insistence = insistence;
        this.now = now;
    }

    /// @throws InvalidInput naming each field
    List<ProgrammePlan> of(List<ProgrammeEntry> programmes) {
        var slugs = new HashSet<String>();
        var plans = new ArrayList<ProgrammePlan>();
        for (var i = 0; i < programmes.size(); i++) {
            var path = "programmes[" + i + "]";
            requireNew(slugs, programmes.get(i).slug(), path);
            plan(programmes.get(i), path).ifPresent(plans::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return plans;
    }

    private Optional<ProgrammePlan> plan(ProgrammeEntry entry, String path) {
        var faults = entry.faults();
        faults.forEach(fault -> errors.add(fault.within(path)));
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var events = events(entry, path);
        var speakers = speakers(entry, path);
        return at(path, () -> programme(entry, events))
                .filter(programme -> programme.events().size() == entry.events().size())
                .map(programme ->
                        new ProgrammePlan(
                                programme,
                                entry.challenges().stream()
                                        .map(ChallengeEntry::toChallenge)
                                        .toList(),
                                entry.fair().stream().map(StandEntry::toStand).toList(),
                                entry.followUpTrainings().stream()
                                        .map(FollowUpEntry::toFollowUp)
                                        .toList(),
                                speakers,
                                new SessionPlans(
                                                programme,
                                                called(speakers),
                                                insistence,
                                                now,
                                                errors)
                                        .of(entry, path)));
    }

    private static Programme programme(ProgrammeEntry entry, List<Event> events) {
        var weeks = entry.shiftedWeeks();
        return new Programme(
                ProgrammeId.next(),
                entry.slug(),
                Programme.FIRST_VERSION,
                weeks == null ? 0 : weeks,
                entry.profile(),
                entry.setting(),
                entry.policies(),
                events);
    }

    private List<Event> events(ProgrammeEntry entry, String path) {
        var slugs = new HashSet<String>();
        var events = new ArrayList<Event>();
        for (var i = 0; i < entry.events().size(); i++) {
            var event = entry.events().get(i);
            var eventPath = path + ".events[" + i + "]";
            requireNew(slugs, event.slug(), eventPath);
            at(eventPath, () -> event.toEvent(EventId.next())).ifPresent(events::add);
        }
        return events;
    }

    private List<Speaker> speakers(ProgrammeEntry entry, String path) {
        var slugs = new HashSet<String>();
        var speakers = new ArrayList<Speaker>();
        for (var i = 0; i < entry.speakers().size(); i++) {
            var speaker = entry.speakers().get(i);
            var speakerPath = path + ".speakers[" + i + "]";
            requireNew(slugs, speaker.slug(), speakerPath);
            var faults = speaker.faults();
            faults.forEach(fault -> errors.add(fault.within(speakerPath)));
            if (faults.isEmpty()) {
                speakers.add(speaker.toSpeaker(SpeakerId.next()));
            }
        }
        return speakers;
    }

    private static Map<String, SpeakerId> called(List<Speaker> speakers) {
        return speakers.stream()
                .collect(Collectors.toMap(Speaker::slug, Speaker::id, (first, _) -> first));
    }

    private void requireNew(Set<String> slugs, String slug, String path) {
        if (!slugs.add(slug)) {
            errors.add(new FieldError(path + ".slug", "duplicate", "stands here before: " + slug));
        }
    }

    private <T> Optional<T> at(String path, Supplier<T> conversion) {
        try {
            return Optional.of(conversion.get());
        } catch (Impossible e) {
            errors.addAll(e.errorsWithin(path));
            return Optional.empty();
        }
    }
}
