package org.tinkuy.registration.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.PlainText;

/// By what one person is told from another: an address, which a family may share, and the name,
/// whatever its capitals, accents and spaces.
///
/// @param name in that form, without what nobody sees; empty for who has signed in and never given
///   one
public record PersonKey(EmailAddress address, String name) {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS_ALONE = Pattern.compile("[\\p{M}\\s]+");

    public static PersonKey of(EmailAddress address, String name) {
        return new PersonKey(address, simplified(name));
    }

    /// What is looked for in names, in that form.
    public static List<String> words(String searched) {
        var simple = simplified(searched);
        return simple.isEmpty() ? List.of() : List.of(simple.split(" ", -1));
    }

    /// @return empty if nothing of the name can be seen
    static String simplified(String name) {
        var letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var seen = seen(ACCENTS.matcher(letters).replaceAll(""));
        var simple = SPACES.matcher(seen).replaceAll(" ").strip();
        return MARKS_ALONE.matcher(simple).matches() ? "" : simple;
    }

    private static String seen(String letters) {
        return letters.codePoints()
                .filter(c -> !PlainText.isUnseen(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
