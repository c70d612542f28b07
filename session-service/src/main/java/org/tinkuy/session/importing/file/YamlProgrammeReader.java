package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.Unreadable;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.importing.ProgrammeReader;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.schedule.Insistence;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Component
class YamlProgrammeReader implements ProgrammeReader {

    private final YAMLMapper yaml = FileForm.mapper();
    private final InputRules rules;
    private final Clock clock;

    YamlProgrammeReader(InputRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /// Reads once more to say on which lines it is wrong, and only then.
    @Override
    public List<ProgrammePlan> read(Path file, Insistence insistence) {
        try {
            FileText.require(file);
            PlainYaml.require(file, FileForm.settings());
            return plans(file, insistence);
        } catch (InvalidInput e) {
            throw ToldErrors.of(e);
        }
    }

    private List<ProgrammePlan> plans(Path file, Insistence insistence) {
        try {
            return new FilePlans(insistence, clock.instant()).of(fitting(file).programmes());
        } catch (InvalidInput e) {
            throw withLines(file, e);
        }
    }

    private ProgrammeFile fitting(Path file) {
        try {
            return rules.check(bounded(parse(file)), YamlProgrammeReader::asInFile);
        } catch (JacksonException e) {
            var misfits = FileMisfits.in(file, yaml, e);
            var errors = new ArrayList<>(misfits.errors());
            if (misfits.rest() != null) {
                errors.addAll(besides(misfits.errors(), misfits.rest()));
            }
            throw new InvalidInput(errors);
        }
    }

    /// Whoever sends thousands is not told what is wrong with each.
    private static ProgrammeFile bounded(ProgrammeFile file) {
        var programmes = Objects.requireNonNullElse(file.programmes(), List.of());
        if (programmes.size() > Bounds.MOST_PROGRAMMES) {
            throw InvalidInput.of(
                    "programmes",
                    "too-many",
                    "A file has at most " + Bounds.MOST_PROGRAMMES + " programmes.");
        }
        return file;
    }

    /// What is wrong besides values that were taken out.
    private List<FieldError> besides(List<FieldError> misfits, ProgrammeFile rest) {
        try {
            rules.check(rest, YamlProgrammeReader::asInFile);
            return List.of();
        } catch (InvalidInput e) {
            return e.errors().stream()
                    .filter(error ->
                            misfits.stream()
                                    .noneMatch(misfit -> touches(misfit.field(), error.field())))
                    .toList();
        }
    }

    private static boolean touches(String one, String other) {
        return one.equals(other)
                || one.startsWith(other + ".")
                || one.startsWith(other + "[")
                || other.startsWith(one + ".")
                || other.startsWith(one + "[");
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
                throw InvalidInput.of("", "required", "The file is empty.");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
