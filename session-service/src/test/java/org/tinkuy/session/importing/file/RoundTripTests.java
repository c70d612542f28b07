package org.tinkuy.session.importing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.Others;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPublished;
import tools.jackson.databind.json.JsonMapper;

/// What is exported of a programme imports as the same programme.
class RoundTripTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir private Path directory;

    static Stream<ProgrammePlan> plans() throws IOException {
        try (var files = Files.list(Path.of("../samples"))) {
            var plans =
                    Stream.concat(files, Stream.of(Path.of("src/test/resources/described.yaml")))
                            .filter(file -> file.toString().endsWith(".yaml"))
                            .flatMap(file -> FileFixtures.read(file).stream())
                            .toList();
            return Stream.concat(plans.stream(), plans.stream().map(plan -> plan.ahead(TODAY)));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void importsWhatItExported(ProgrammePlan plan) throws IOException {
        var read = FileFixtures.read(exported(plan));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().sessions()).isNotNull();
        assertThat(facts(read.getFirst())).isEqualTo(facts(plan));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void exportsWhatItImported(ProgrammePlan plan) throws IOException {
        var once = exported(plan);
        var text = Files.readString(once);

        assertThat(Files.readString(exported(FileFixtures.read(once).getFirst()))).isEqualTo(text);
    }

    private Path exported(ProgrammePlan plan) throws IOException {
        var sessions = sessions(plan);
        var stream = new ByteArrayOutputStream();
        new YamlProgrammeWriter().write(FileFixtures.published(plan), sessions, stream);
        return Files.write(directory.resolve("exported.yaml"), stream.toByteArray());
    }

    private static List<Session> sessions(ProgrammePlan plan) {
        return plan.sessions().stream()
                .map(session ->
                        Session.schedule(
                                        SessionId.next(),
                                        session,
                                        plan.programme(),
                                        Others.of(plan.programme(), List.of()),
                                        Insistence.ALL_IS_MEANT,
                                        Instant.MIN)
                                .session())
                .toList();
    }

    /// All that is said, without the ids that every import gives anew.
    private static String facts(ProgrammePlan plan) {
        var json = JsonMapper.shared();
        var programme =
                json.writeValueAsString(ProgrammePublished.of(FileFixtures.published(plan)));
        var sessions =
                sessions(plan).stream()
                        .map(session -> SessionPublished.of(session, plan.programme()))
                        .map(json::writeValueAsString)
                        .toList();
        var facts = programme + sessions;
        for (var event : plan.programme().events()) {
            facts = facts.replace(event.id().value().toString(), event.slug());
        }
        return facts.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
    }
}
