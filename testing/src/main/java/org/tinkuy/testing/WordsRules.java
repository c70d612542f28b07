package org.tinkuy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.languages.Language;

/// What holds for the words of every part that speaks to people: `<prefix><tag>.properties` of each
/// language in one folder. A part's own test extends this and says where they are.
public abstract class WordsRules {

    private static final Path GLOSSARIES = Path.of("../languages/glossary");

    /// What is shown; not a number by which words are only chosen, as in `{0,choice,…}`: a language
    /// that has the same words for one and for many needs none.
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9]+)(?:}|,(?!choice))");

    /// Of a thin space that does not break, as the Imprimerie nationale sets what is double.
    private static final Pattern NOT_SET_AS_IN_FRENCH =
            Pattern.compile("(?<!\u202f)[;!?»]|(?<!\u202f|https?|mailto):|«(?!\u202f)");

    private final Path folder;
    private final String prefix;

    protected WordsRules(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /// Keys whose words are empty where there is nothing to say.
    protected Set<String> mayBeEmpty() {
        return Set.of();
    }

    @Test
    void thereIsAFileForEachLanguageAndNoOther() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.startsWith(prefix) && name.endsWith(".properties"))
                    .containsExactlyInAnyOrderElementsOf(
                            Language.TAGS.stream()
                                    .map(tag -> prefix + tag + ".properties")
                                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryWord(Language language) throws IOException {
        var english = words(Language.EN);
        var words = words(language);

        assertThat(new TreeSet<>(words.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (var key : words.stringPropertyNames()) {
            if (!mayBeEmpty().contains(key)) {
                assertThat(words.getProperty(key)).as(key).isNotBlank();
            }
            assertThat(placeholders(words.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    /// An apostrophe of a typewriter would swallow what follows it where a message has arguments.
    @ParameterizedTest
    @EnumSource
    void everyWordCanBeFormatted(Language language) throws IOException {
        var words = words(language);
        for (var key : words.stringPropertyNames()) {
            var numbered = words.getProperty(key).replaceAll("\\{[a-z]+}", "");
            assertThat(numbered).as(key).doesNotContain("'");
            assertThat(new MessageFormat(numbered, language.locale())).as(key).isNotNull();
        }
    }

    @Test
    void frenchIsSetAsInFrench() throws IOException {
        var words = words(Language.FR);
        for (var key : words.stringPropertyNames()) {
            assertThat(words.getProperty(key)).as(key).doesNotContainPattern(NOT_SET_AS_IN_FRENCH);
        }
    }

    /// One word for one thing, in pages and mails alike: `languages/glossary`.
    @ParameterizedTest
    @EnumSource
    void saysEachThingInOneWord(Language language) throws IOException {
        var words = words(language);
        for (var entry : glossary(language)) {
            for (var key : words.stringPropertyNames()) {
                assertThat(withoutChoices(words.getProperty(key)))
                        .as("%s: %s is “%s”", key, entry.notion(), entry.word())
                        .doesNotContainPattern(entry.never());
            }
        }
    }

    protected final Properties words(Language language) throws IOException {
        var words = new Properties();
        var file = folder.resolve(prefix + language.tag() + ".properties");
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        }
        return words;
    }

    private record Entry(String notion, String word, Pattern never) {}

    private static List<Entry> glossary(Language language) throws IOException {
        try (var lines = Files.lines(GLOSSARIES.resolve(language.tag() + ".txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(parts -> new Entry(parts[0], parts[1], never(parts[2])))
                    .toList();
        }
    }

    /// @param variants beginnings of words, or whole ones that end with a point; `*` for any
    ///   letters
    private static Pattern never(String variants) {
        return Pattern.compile(
                List.of(variants.split(",\\s*")).stream()
                        .map(variant ->
                                variant.endsWith(".")
                                        ? variant.substring(0, variant.length() - 1) + "\\b"
                                        : variant)
                        .map(variant -> variant.replace("*", "\\p{L}*"))
                        .collect(Collectors.joining("|", "\\b(", ")")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String withoutChoices(String words) {
        return words.replaceAll("\\{\\d,choice,", " ").replaceAll("[{}]", " ");
    }

    private static Set<String> placeholders(String words) {
        return PLACEHOLDER
                .matcher(words)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
