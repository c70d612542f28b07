package org.tinkuy.languages;

import java.util.regex.Pattern;

/// Where a line may end within a Quechua word. Browsers know it of other languages; a word of
/// Quechua takes one ending after the other, and would be broken anywhere or leave its line.
public final class QuechuaSyllables {

    /// Shown only where a line ends (U+00AD).
    private static final String SOFT_HYPHEN = "\u00AD";

    /// As the style sheet has it for the other languages.
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{14,}+");

    private static final int LEAST_BEFORE = 5;
    private static final int LEAST_AFTER = 5;

    private static final String VOWEL = "[aeiouáéíóú]";
    private static final String CONSONANT = "(?:ch|ll|sh|[bcdfghjklmnñpqrstvwxyz])";

    /// Of Spanish words, which are written as in Spanish.
    private static final String CLUSTER = "(?:[bcdfgpt][lr])";

    /// A syllable is a vowel with a consonant before it and one after it, or none. The two letters
    /// of a consonant, or of a cluster, stay together.
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "(?<="
                            + (VOWEL + CONSONANT + "?")
                            + ")(?<!l(?=l))(?<![cs](?=h))(?<![bcdfgpt](?=[lr]))"
                            + ("(?=(?:" + CLUSTER + "|" + CONSONANT + ")" + VOWEL + ")"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private QuechuaSyllables() {}

    /// @return the text with a soft hyphen between the syllables of its long words
    public static String hyphenated(String text) {
        return LONG_WORD.matcher(text).replaceAll(word -> parted(word.group()));
    }

    private static String parted(String word) {
        var parted = new StringBuilder();
        var from = 0;
        var boundary = BOUNDARY.matcher(word);
        while (boundary.find()) {
            var at = boundary.start();
            if (at >= LEAST_BEFORE && word.length() - at >= LEAST_AFTER) {
                parted.append(word, from, at).append(SOFT_HYPHEN);
                from = at;
            }
        }
        return parted.append(word, from, word.length()).toString();
    }
}
