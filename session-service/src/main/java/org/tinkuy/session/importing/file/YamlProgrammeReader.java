package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
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
import org.tinkuy.session.schedule.Insistence;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Component
class YamlProgrammeReader implements ProgrammeReader {

    private final YAMLMapper yaml = FileForm.mapper();
    private final InputRules rules;

    YamlProgrammeReader(InputRules rules) {
        this.rules = rules;
    }

    /// Reads once more to say on which lines it is wrong, and only then.
    @Override
    public List<ProgrammePlan> read(Path file, Insistence insistence) {
        FileText.requireUtf8(file);
        PlainYaml.require(file, FileForm.settings());
        try {
            return plans(
                    rules.check(parse(file), YamlProgrammeReader::asInFile).programmes(),
                    insistence);
        } catch (InvalidInput e) {
            throw withLines(file, e);
        }
    }

    private static List<ProgrammePlan> plans(
            List<ProgrammeEntry> programmes, Insistence insistence) {
        var slugs = new HashSet<String>();
        var plans = new ArrayList<ProgrammePlan>();
        for (var i = 0; i < programmes.size(); i++) {
            var path = "programmes[%d]".formatted(i);
            requireNew(slugs, programmes.get(i).slug(), path);
            plans.add(plan(programmes.get(i), path, insistence));
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
        try (var reader = FileText.open(file);
                var parser = yaml.createParser(reader)) {
            return Lines.of(parser, failure.errors()).addTo(failure);
        } catch (JacksonException e) {
            return Unreadable.explain(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProgrammeFile parse(Path file) {
        try (var reader = FileText.open(file)) {
            var read = yaml.readValue(reader, ProgrammeFile.class);
            if (read == null) {
                throw InvalidInput.of("", "required", "the file is empty");
            }
            return read;
        } catch (JacksonException e) {
            throw Unreadable.explain(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProgrammePlan plan(ProgrammeEntry entry, String path, Insistence insistence) {
        var events = events(entry, path);
        var programme = at(path, () -> programme(entry, events));
        return new ProgrammePlan(
                programme,
                entry.challenges().stream().map(ChallengeEntry::toChallenge).toList(),
                entry.fair().stream().map(StandEntry::toStand).toList(),
                entry.followUpTrainings().stream().map(FollowUpEntry::toFollowUp).toList(),
                new SessionPlans(programme, insistence).of(entry, path));
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

    private static void requireNew(Set<String> slugs, String slug, String path) {
        if (!slugs.add(slug)) {
            throw InvalidInput.of(path + ".slug", "duplicate", "stands here before: " + slug);
        }
    }

    private static <T> T at(String path, Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (Impossible e) {
            throw new InvalidInput(e.errorsWithin(path));
        }
    }
}
