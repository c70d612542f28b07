package org.tinkuy.session.importing.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.Unreadable;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.importing.ProgrammeReader;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Impossible;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.ImpossibleTimes;
import org.tinkuy.session.schedule.SchedulingRefused;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Component
class YamlProgrammeReader implements ProgrammeReader {

    private final YAMLMapper yaml = FileForm.mapper();
    private final InputRules rules;

    YamlProgrammeReader(InputRules rules) {
        this.rules = rules;
    }

    /// Reads a second time to say on which lines it is wrong, and only then.
    @Override
    public List<ProgrammePlan> read(Path file) {
        try {
            return plans(rules.check(parse(file), YamlProgrammeReader::asInFile).programmes());
        } catch (InvalidInput e) {
            throw withLines(file, e);
        }
    }

    private static List<ProgrammePlan> plans(List<ProgrammeEntry> programmes) {
        var slugs = new HashSet<String>();
        var plans = new ArrayList<ProgrammePlan>();
        for (var i = 0; i < programmes.size(); i++) {
            var path = "programmes[%d]".formatted(i);
            requireNew(slugs, programmes.get(i).slug(), path);
            plans.add(plan(programmes.get(i), path));
        }
        return plans;
    }

    /// From the records' field names to the file's keys.
    private static String asInFile(String path) {
        return path.replace(".byLanguage", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private InvalidInput withLines(Path file, InvalidInput failure) {
        try (var parser = yaml.createParser(file)) {
            return Lines.of(parser, failure.errors()).addTo(failure);
        } catch (JacksonException e) {
            return Unreadable.explain(e);
        }
    }

    private ProgrammeFile parse(Path file) {
        try {
            var read = yaml.readValue(file, ProgrammeFile.class);
            if (read == null) {
                throw InvalidInput.of("", "required", "the file is empty");
            }
            return read;
        } catch (JacksonException e) {
            throw Unreadable.explain(e);
        }
    }

    private static ProgrammePlan plan(ProgrammeEntry entry, String path) {
        var events = events(entry, path);
        var programme = at(path, () -> programme(entry, events));
        return new ProgrammePlan(
                programme,
                entry.challenges().stream().map(ChallengeEntry::toChallenge).toList(),
                entry.fair().stream().map(StandEntry::toStand).toList(),
                entry.followUpTrainings().stream().map(FollowUpEntry::toFollowUp).toList(),
                sessions(entry, programme, path));
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

    private static List<Event> events(ProgrammeEntry entry, String path) {
        var slugs = new HashSet<String>();
        var events = new ArrayList<Event>();
        for (var i = 0; i < entry.events().size(); i++) {
            var event = entry.events().get(i);
            var eventPath = "%s.events[%d]".formatted(path, i);
            requireNew(slugs, event.slug(), eventPath);
            events.add(at(eventPath, () -> event.toEvent(EventId.next())));
        }
        return events;
    }

    private static List<Session.Plan> sessions(
            ProgrammeEntry entry, Programme programme, String path) {
        var plans = new ArrayList<>(plans(entry.sessions(), null, programme, path));
        for (var i = 0; i < entry.events().size(); i++) {
            plans.addAll(
                    plans(
                            entry.events().get(i).sessions(),
                            programme.events().get(i).id(),
                            programme,
                            "%s.events[%d]".formatted(path, i)));
        }
        return plans;
    }

    /// Schedules each once for trial, so that a refusal names the place in the file.
    private static List<Session.Plan> plans(
            List<SessionEntry> entries, @Nullable EventId event, Programme programme, String path) {
        var plans = new ArrayList<Session.Plan>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            plans.add(
                    at(
                            "%s.sessions[%d]".formatted(path, i),
                            () -> {
                                var plan = entry.toPlan(event);
                                Session.schedule(
                                        SessionId.next(), plan, programme, List.of(), null);
                                return plan;
                            }));
        }
        return plans;
    }

    private static void requireNew(Set<String> slugs, String slug, String path) {
        if (!slugs.add(slug)) {
            throw InvalidInput.of(path + ".slug", "duplicate", "stands here before: " + slug);
        }
    }

    private static <T> T at(String path, Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (Impossible | ImpossibleTimes | SchedulingRefused | IllegalArgumentException e) {
            throw InvalidInput.of(path, "impossible", String.valueOf(e.getMessage()));
        }
    }
}
