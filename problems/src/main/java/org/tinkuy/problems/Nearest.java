package org.tinkuy.problems;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The word that was probably meant.
final class Nearest {

    /// A third of its letters may be wrong: with more, any word is near another.
    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    static Optional<String> of(String typed, List<String> known) {
        return known.stream()
                .filter(word -> isNear(typed, word))
                .min(Comparator.comparingInt(word -> mistakes(typed, word)));
    }

    /// What helps whoever typed a word that nobody knows.
    ///
    /// @param known at least one
    static String among(List<String> known, String typed) {
        var all = "expected one of " + String.join(", ", known);
        return of(typed, known)
                .map(nearest -> "did you mean %s? %s".formatted(nearest, all))
                .orElse(all);
    }

    private static boolean isNear(String typed, String word) {
        var allowed = Math.max(1, word.length() / LETTERS_PER_MISTAKE);
        return Math.abs(typed.length() - word.length()) <= allowed
                && mistakes(typed, word) <= allowed;
    }

    /// Letters to put in, leave out or replace (Levenshtein).
    private static int mistakes(String one, String other) {
        var before = new int[other.length() + 1];
        for (var j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var now = new int[before.length];
            now[0] = i;
            for (var j = 1; j < now.length; j++) {
                var replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
