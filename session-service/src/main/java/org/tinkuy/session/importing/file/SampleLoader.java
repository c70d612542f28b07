package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.session.importing.ImportProgrammes;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.importing.ProgrammeReader;
import org.tinkuy.session.importing.ScheduleDemonstration;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.settings.RefusedSetting;

/// Fills a new installation with programmes to look at. What is there stays as it is, so starting
/// again, or several instances at once, changes nothing.
@Component
class SampleLoader implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SampleProperties properties;
    private final ProgrammeReader reader;
    private final ImportProgrammes importProgrammes;
    private final ScheduleDemonstration scheduleDemonstration;
    private final Clock clock;

    SampleLoader(
            SampleProperties properties,
            ProgrammeReader reader,
            ImportProgrammes importProgrammes,
            ScheduleDemonstration scheduleDemonstration,
            Clock clock) {
        this.properties = properties;
        this.reader = reader;
        this.importProgrammes = importProgrammes;
        this.scheduleDemonstration = scheduleDemonstration;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var directory = properties.directory();
        if (directory == null || directory.toString().isBlank()) {
            return;
        }
        for (var file : files(directory)) {
            for (var plan : read(file)) {
                load(plan);
            }
        }
        scheduleDemonstration
                .scheduleUnlessOneLiesAhead()
                .doOnNext(session -> log.info("The demonstration starts at {}", session.startsAt()))
                .block(PATIENCE);
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw RefusedSetting.of(
                    "TINKUY_SAMPLES", directory.toString(), "a directory, or empty for no samples");
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private List<ProgrammePlan> read(Path file) {
        try {
            return reader.read(file, Insistence.ALL_IS_MEANT);
        } catch (InvalidInput e) {
            throw new IllegalStateException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void load(ProgrammePlan plan) {
        var zone = plan.programme().setting().timeZone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        importProgrammes
                .importOne(plan.ahead(today), null)
                .filter(ImportProgrammes.Outcome::imported)
                .doOnNext(outcome -> log.info("Loaded the sample programme {}", outcome.slug()))
                .block(PATIENCE);
    }
}
