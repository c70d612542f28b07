package org.tinkuy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A group that repeats, `(…)*`, makes `java.util.regex` go one call deeper with each repetition,
/// so that a long text ends the thread's stack, and what Reactor takes for the end of the JVM is
/// never answered. Possessive, `(…)*+`, it is a loop. What repeats a few times, `(…){3}`, may.
class PatternTests {

    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern REPEATED_GROUP =
            Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,\\})(?!\\+)");

    @Test
    void noneGoesDeeperWithTheLengthOfAText() throws IOException {
        try (var sources = Files.walk(CHECKOUT)) {
            assertThat(sources.filter(PatternTests::runs).flatMap(PatternTests::repeatedGroups))
                    .isEmpty();
        }
    }

    /// Of benchmarks and of this module nothing reads what strangers write.
    private static boolean runs(Path source) {
        var path = CHECKOUT.relativize(source).toString();
        return path.matches("[a-z-]+/src/main/java/.*\\.java")
                && !path.startsWith("benchmarks/")
                && !path.startsWith("testing/");
    }

    private static Stream<String> repeatedGroups(Path source) {
        try {
            return Files.readAllLines(source).stream()
                    .filter(line ->
                            TEXT.matcher(line)
                                    .results()
                                    .anyMatch(text -> REPEATED_GROUP.matcher(text.group()).find()))
                    .map(line -> source.getFileName() + ": " + line.strip())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
