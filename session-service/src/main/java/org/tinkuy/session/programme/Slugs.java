package org.tinkuy.session.programme;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How what is begun may be called in addresses of pages.
final class Slugs {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    /// Leaves room for a number.
    private static final int LONGEST_OF_A_TITLE = Bounds.SLUG_LENGTH - "-1000".length();

    private Slugs() {}

    /// The wanted one alone, or else those that its title gives it: `apurimac`, `apurimac-2`,
    /// `apurimac-3`, ….
    ///
    /// @param otherwise where no letter of the title is one from a to z
    static Stream<String> candidates(
            @Nullable String wanted, TextByLanguage title, String otherwise) {
        if (wanted != null) {
            return Stream.of(wanted);
        }
        var plain = plain(title.byLanguage().values().iterator().next());
        var first = plain.isEmpty() ? otherwise : plain;
        return Stream.concat(
                Stream.of(first),
                IntStream.rangeClosed(2, Bounds.LARGEST_NUMBER)
                        .mapToObj(number -> first + "-" + number));
    }

    /// @throws SlugTaken if none of them is free
    static String free(Stream<String> candidates, Collection<String> taken) {
        return candidates
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow(SlugTaken::new);
    }

    private static String plain(String title) {
        var letters =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        var words = withoutHyphensAround(OTHERS.matcher(letters).replaceAll("-"));
        return words.length() <= LONGEST_OF_A_TITLE
                ? words
                : withoutHyphensAround(words.substring(0, LONGEST_OF_A_TITLE));
    }

    private static String withoutHyphensAround(String words) {
        return ENDS.matcher(words).replaceAll("");
    }
}
