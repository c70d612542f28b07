package org.tinkuy.registration.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tinkuy.email.EmailAddress;

/// By what one person is told from another: an address, which a family may share, and the name,
/// whatever its capitals, accents and spaces.
///
/// @param name in that form, without what nobody sees; empty for who has signed in and never given
///   one
public record PersonKey(EmailAddress address, String name) {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    /// What nobody sees and no name consists of: marks without a letter, what only steers how
    /// others are shown, and letters that are empty (Unicode's Default_Ignorable_Code_Point, which
    /// Java does not know by name, and the Braille pattern without dots).
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cf}\\p{Cc}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
                            + "\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0000}-\\x{e0fff}]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS_ALONE = Pattern.compile("[\\p{M}\\s]+");

    public static PersonKey of(EmailAddress address, String name) {
        return new PersonKey(address, simplified(name));
    }

    /// @return empty if nothing of the name can be seen
    static String simplified(String name) {
        var letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var seen = UNSEEN.matcher(ACCENTS.matcher(letters).replaceAll("")).replaceAll("");
        var simple = SPACES.matcher(seen).replaceAll(" ").strip();
        return MARKS_ALONE.matcher(simple).matches() ? "" : simple;
    }
}
