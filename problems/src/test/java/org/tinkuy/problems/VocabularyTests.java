package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The table in the documents, the vocabulary, and what the sources say are the same words.
class VocabularyTests {

    private static final Path PROJECT = Path.of("..");

    private static final Pattern WORD = Pattern.compile("`([a-z]+(?:-[a-z]+)*)`");

    /// Are answered by the gateway and by who reads requests, which have no Refusal.
    private static final Set<String> BEFORE_ANY_SERVICE =
            Set.of(
                    "address-too-long",
                    "foreign-origin",
                    "headers-too-large",
                    "precondition-failed",
                    "service-timeout",
                    "too-many-requests");

    private static String sources;

    @BeforeAll
    static void readSources() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(PROJECT)) {
            for (var file : files.filter(VocabularyTests::isSource).toList()) {
                all.append(Files.readString(file));
            }
        }
        sources = all.toString();
    }

    private static boolean isSource(Path file) {
        var path = file.toString().replace('\\', '/');
        return path.contains("/src/main/java/")
                && path.endsWith(".java")
                && !path.endsWith("/Vocabulary.java");
    }

    @Test
    void theTableHasEveryTypeAndNoOther() throws IOException {
        var types = new HashSet<>(Vocabulary.TYPES);
        types.addAll(BEFORE_ANY_SERVICE);

        assertThat(table("| name | status |")).isEqualTo(types);
    }

    @Test
    void theTableHasEveryCodeOfFieldsAndNoOther() throws IOException {
        assertThat(table("| code | meaning |")).isEqualTo(Vocabulary.CODES);
    }

    @Test
    void noWordIsLeftOver() {
        var words =
                Stream.of(Vocabulary.TYPES, Vocabulary.CODES, BEFORE_ANY_SERVICE)
                        .flatMap(Set::stream);

        assertThat(words.filter(word -> !isSaid(word))).isEmpty();
    }

    /// As it is, or as a name in an enum.
    private static boolean isSaid(String word) {
        var name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return sources.contains('"' + word + '"')
                || Pattern.compile("\\b" + name + "[,;(]").matcher(sources).find();
    }

    /// The words in the first column of the table that begins so.
    private static Set<String> table(String head) throws IOException {
        var lines = Files.readAllLines(PROJECT.resolve("docs/problems.md"));
        var begin = lines.stream().filter(line -> line.startsWith(head)).findFirst().orElseThrow();
        List<String> rows =
                lines.subList(lines.indexOf(begin) + 2, lines.size()).stream()
                        .takeWhile(line -> line.startsWith("|"))
                        .toList();
        return rows.stream()
                .map(row -> row.split("\\|", 3)[1])
                .flatMap(cell -> WORD.matcher(cell).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
