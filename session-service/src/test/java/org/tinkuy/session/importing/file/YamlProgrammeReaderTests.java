package org.tinkuy.session.importing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.input.InputFixtures;

class YamlProgrammeReaderTests {

    private static final String HEAD =
            """
            programmes:
              - slug: one
                title: {en: One}
                time_zone: America/Lima
                mode: online
            """;

    @TempDir private Path directory;

    private final YamlProgrammeReader reader = new YamlProgrammeReader(InputFixtures.rules());

    @Test
    void readsAsLittleAsTheSourceStated() {
        var plan = read(HEAD);

        assertThat(plan.programme().events()).isEmpty();
        assertThat(plan.programme().setting().starts()).isNull();
        assertThat(plan.sessions()).isEmpty();
    }

    @Test
    void readsATimeOfDayWithOrWithoutQuotes() {
        var plan = read(HEAD + "    sessions: [{kind: hub, starts: 09:30, ends: \"11:00\"}]\n");

        assertThat(plan.sessions().getFirst().times().starts()).isEqualTo("09:30");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("    colour: red\n", "programmes[0].colour", "unknown-field", "line 6"),
                mistake(
                        "    events:\n      - {slug: a, title: {en: A}, when: later}\n",
                        "programmes[0].events[0].when",
                        "unknown-field",
                        "line 7"),
                mistake(
                        "    sessions: [{kind: party}]\n",
                        "programmes[0].sessions[0].kind",
                        "invalid-value",
                        "plenary, hub, challenge, workshop, dialogue"),
                mistake(
                        "    sessions: [{kind: hub, date: 2026-02-30}]\n",
                        "programmes[0].sessions[0].date",
                        "invalid-date",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, date: 2026}]\n",
                        "programmes[0].sessions[0].date",
                        "invalid-date",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, starts: \"25:00\"}]\n",
                        "programmes[0].sessions[0].starts",
                        "invalid-time",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, time_zone: UTC-5}]\n",
                        "programmes[0].sessions[0].time_zone",
                        "invalid-time-zone",
                        "line 6"),
                mistake(
                        "    sessions: [{kind: hub, ends: \"18:00\"}]\n",
                        "programmes[0].sessions[0]",
                        "impossible",
                        "line 6: an end needs a start"),
                mistake(
                        "    sessions: [{kind: hub, capacity: 0}]\n",
                        "programmes[0].sessions[0].capacity",
                        "out-of-range",
                        "1"),
                mistake(
                        "    sessions: [{kind: hub, capacity: 2.5}]\n",
                        "programmes[0].sessions[0].capacity",
                        "wrong-type",
                        "a whole number"),
                mistake("    sessions: [{}]\n", "programmes[0].sessions[0].kind", "required", ""),
                mistake("    events: [null]\n", "programmes[0].events[0]", "required", ""),
                mistake(
                        "    audience: everybody\n",
                        "programmes[0].audience",
                        "wrong-type",
                        "list"),
                mistake(
                        "    expected_participants: \"60\"\n",
                        "programmes[0].expected_participants",
                        "wrong-type",
                        "a whole number"),
                mistake(
                        "    motto: {english: Hello}\n",
                        "programmes[0].motto.english",
                        "invalid-value",
                        ""),
                mistake(
                        "    starts: 2026-02-02\n    ends: 2026-02-01\n",
                        "programmes[0]",
                        "impossible",
                        "ends before it starts"),
                mistake("    slug: twice\n", "", "malformed", "line 6"),
                mistake(
                        "    events: [{slug: a, title: {en: A}}, {slug: a, title: {en: A}}]\n",
                        "programmes[0].events[1].slug",
                        "duplicate",
                        "a"),
                mistake(
                        """
                            policy: {plenary: {starts: "18:00", ends: "20:00"}}
                            sessions: [{kind: plenary, starts: "09:00"}]
                        """,
                        "programmes[0].sessions[0]",
                        "impossible",
                        "between 18:00 and 20:00"),
                mistake("  - {slug: one", "", "malformed", "line"));
    }

    private static Arguments mistake(String yaml, String field, String code, String detail) {
        return Arguments.of(HEAD + yaml, new FieldError(field, code, detail));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheFieldThatIsWrong(String yaml, FieldError expected) {
        var errors = refusal(yaml).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().code()).isEqualTo(expected.code());
        assertThat(errors.getFirst().field()).isEqualTo(expected.field());
        assertThat(errors.getFirst().detail()).contains(expected.detail());
    }

    @Test
    void namesEveryRequiredFieldThatIsMissing() {
        assertThat(refusal("programmes: [{mode: online}]").errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "programmes[0].slug", "programmes[0].time_zone", "programmes[0].title");
    }

    @Test
    void refusesWhatIsNoProgrammeFile() {
        assertThat(refusal("").errors()).hasSize(1);
        assertThat(refusal("[1, 2]").errors()).hasSize(1);
        assertThat(refusal("programmes: []").errors())
                .extracting(FieldError::code)
                .containsExactly("required");
        assertThat(refusal("\t%&").errors()).extracting(FieldError::code).contains("malformed");
    }

    private ProgrammePlan read(String yaml) {
        return reader.read(file(yaml)).getFirst();
    }

    private InvalidInput refusal(String yaml) {
        return catchThrowableOfType(InvalidInput.class, () -> reader.read(file(yaml)));
    }

    private Path file(String yaml) {
        try {
            return Files.writeString(directory.resolve("programmes.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
