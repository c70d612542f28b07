package org.tinkuy.problems;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.Zones;
import org.tinkuy.requests.WrittenId;

/// Collects everything that is wrong with an input, so that a form shows all of it at once.
///
/// A value that is wrong or missing reads as `null`; [#refuseIfAny] then ends the request.
public class FieldErrors {

    /// A longer number is out of any range.
    private static final int MOST_DIGITS = 9;

    private static final String LANGUAGES = String.join(", ", Language.TAGS);

    private final List<FieldError> errors = new ArrayList<>();

    public final void wrong(String field, String code, String detail) {
        errors.add(new FieldError(field, code, detail));
    }

    /// @param value the piece that is wrong
    public final void wrong(String field, String code, String detail, String value) {
        errors.add(new FieldError(field, code, detail, value));
    }

    public final void addAll(List<FieldError> others) {
        errors.addAll(others);
    }

    public final List<FieldError> all() {
        return List.copyOf(errors);
    }

    public final @Nullable EmailAddress address(String field, @Nullable String typed) {
        if (typed == null) {
            wrong(field, "required", "Give an e-mail address.");
            return null;
        }
        if (typed.strip().length() > EmailAddress.LONGEST) {
            wrong(field, "too-long", "At most " + EmailAddress.LONGEST + " characters.");
            return null;
        }
        var address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            EmailAddress.ambiguousLetter(typed)
                    .ifPresentOrElse(
                            letter -> ambiguous(field, letter),
                            () ->
                                    wrong(
                                            field,
                                            "invalid-address",
                                            "Not an e-mail address such as ana@example.org."));
        }
        return address.orElse(null);
    }

    private void ambiguous(String field, String letter) {
        wrong(
                field,
                "invalid-address",
                "With this letter the domain is read in two ways: write it as xn--….",
                letter);
    }

    /// One line of text for mail headers, calendars and lists: nothing that breaks or reorders it.
    public final @Nullable String line(String field, String typed, int longest) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(field, "too-long", "At most " + longest + " characters.");
            return null;
        }
        if (!PlainText.isLine(text)) {
            wrong(field, "invalid-characters", "No control characters or line breaks.");
            return null;
        }
        return text;
    }

    /// @return the tag of a [Language]
    public final @Nullable String language(String field, @Nullable String typed) {
        if (typed == null) {
            wrong(field, "required", "Give one of " + LANGUAGES + ".");
            return null;
        }
        if (!Language.TAGS.contains(typed)) {
            wrong(field, "unknown-language", "One of " + LANGUAGES + ".");
            return null;
        }
        return typed;
    }

    /// Not required; an empty one is given, and is none.
    public final @Nullable ZoneId timeZone(String field, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var zone = Zones.named(typed);
        if (zone.isEmpty()) {
            wrong(field, "invalid-time-zone", "An IANA name such as America/Lima.");
        }
        return zone.orElse(null);
    }

    /// Not required; an empty one is given, and is none.
    public final @Nullable UUID id(String field, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        try {
            return WrittenId.parse(typed);
        } catch (IllegalArgumentException _) {
            wrong(field, "invalid-id", "Not an id.");
            return null;
        }
    }

    /// Not required; an empty one is given, and is none.
    ///
    /// @param words all that may stand there
    public final @Nullable String word(String field, @Nullable String typed, List<String> words) {
        if (typed == null || words.contains(typed)) {
            return typed;
        }
        wrong(field, "invalid-value", "One of " + String.join(", ", words) + ".");
        return null;
    }

    /// How many items of a list are asked for.
    ///
    /// @param usual where nobody says it, or what was said is wrong
    public final int limit(String field, @Nullable String typed, int usual, int most) {
        if (typed == null) {
            return usual;
        }
        if (!typed.matches("-?[0-9]+")) {
            wrong(field, "wrong-type", "A whole number, in digits alone.");
            return usual;
        }
        var wanted = typed.length() > MOST_DIGITS ? 0 : Integer.parseInt(typed);
        if (wanted < 1 || wanted > most) {
            wrong(field, "out-of-range", "From 1 to " + most + ".");
            return usual;
        }
        return wanted;
    }

    /// @throws InvalidInput if anything was wrong
    public final void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
