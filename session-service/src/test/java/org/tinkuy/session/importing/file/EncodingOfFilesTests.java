package org.tinkuy.session.importing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.session.schedule.Insistence;

/// Files as other programs and other systems write their letters.
class EncodingOfFilesTests {

    private static final String HEAD =
            """
            programmes:
              - slug: one
                title: {en: One}
                time_zone: America/Lima
                mode: online
            """;

    @TempDir private Path directory;

    private final YamlProgrammeReader reader = FileFixtures.reader();

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(StandardCharsets.ISO_8859_1, "", 7),
                Arguments.of(Charset.forName("windows-1252"), "", 7),
                Arguments.of(StandardCharsets.UTF_16, "", 1),
                Arguments.of(StandardCharsets.UTF_16LE, "", 1),
                Arguments.of(StandardCharsets.UTF_16BE, "", 1),
                Arguments.of(StandardCharsets.UTF_16LE, "\uFEFF", 1));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void saysThatAFileIsNoUtf8(Charset encoding, String mark, int line) throws IOException {
        var yaml = mark + HEAD + "    audience:\n      - peruanos y españoles\n";
        var file = Files.write(directory.resolve("other.yaml"), yaml.getBytes(encoding));

        var refusal =
                catchThrowableOfType(InvalidInput.class, () -> reader.read(file, Insistence.NONE));

        assertThat(refusal.errors())
                .containsExactly(
                        new FieldError(
                                "",
                                "malformed",
                                String.format(
                                        Locale.ROOT,
                                        "line %d: this is no UTF-8. Save the file as UTF-8 and send it again.",
                                        line)));
    }

    @Test
    void passesOverTheMarkThatSomeEditorsPutBeforeEverything() throws IOException {
        assertThat(
                        reader.read(
                                        Files.writeString(
                                                directory.resolve("marked.yaml"), "\uFEFF" + HEAD),
                                        Insistence.NONE)
                                .getFirst()
                                .programme()
                                .slug())
                .isEqualTo("one");
    }

    @Test
    void namesTheLineFarDownThatIsNoUtf8() throws IOException {
        var yaml = HEAD + "#\n".repeat(20_000) + "    place: Áncash\n";
        var file =
                Files.write(
                        directory.resolve("long.yaml"), yaml.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(
                        catchThrowableOfType(
                                        InvalidInput.class,
                                        () -> reader.read(file, Insistence.NONE))
                                .errors()
                                .getFirst()
                                .detail())
                .startsWith("line 20006:");
    }
}
