package org.tinkuy.registration.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tinkuy.email.EmailAddress;

/// By what one person is told from another: an address, which a family may share, and the name,
/// whatever its capitals, accents and spaces.
///
/// @param name in that form; empty for who has signed in and never given one
public record PersonKey(EmailAddress address, String name) {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public static PersonKey of(EmailAddress address, String name) {
        return new PersonKey(address, simplified(name));
    }

    private static String simplified(String name) {
        var letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return SPACES.matcher(ACCENTS.matcher(letters).replaceAll("")).replaceAll(" ").strip();
    }
}
