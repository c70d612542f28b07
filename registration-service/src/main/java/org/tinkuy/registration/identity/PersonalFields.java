package org.tinkuy.registration.identity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.InvalidRequest;
import org.tinkuy.registration.InvalidRequest.FieldError;

/// Reads what people say of themselves and collects everything that is wrong with it, so that a
/// form shows all its errors at once.
///
/// A value that is wrong or missing reads as `null`; [#refuseIfWrong] then ends the request.
public final class PersonalFields {

    public static final Set<String> LANGUAGES = Set.of("es", "en", "qu");

    static final int LONGEST_NAME = 200;

    /// Names only: an offset such as `+05:00` knows nothing of daylight saving.
    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();

    private final List<FieldError> errors = new ArrayList<>();

    public void wrong(String field, String code, String detail) {
        errors.add(new FieldError(field, code, detail));
    }

    public @Nullable EmailAddress address(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            wrong(field, "required", "Give an e-mail address.");
            return null;
        }
        if (typed.strip().length() > EmailAddress.LONGEST) {
            wrong(field, "too-long", "At most " + EmailAddress.LONGEST + " characters.");
            return null;
        }
        var address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            wrong(field, "invalid-address", "Not an e-mail address such as ana@example.org.");
        }
        return address.orElse(null);
    }

    public @Nullable String name(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            wrong(field, "required", "Give a name.");
            return null;
        }
        return line(field, typed, LONGEST_NAME);
    }

    /// One line of text for mail headers, calendars and lists: nothing that breaks or reorders it.
    public @Nullable String line(String field, String typed, int longest) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(field, "too-long", "At most " + longest + " characters.");
            return null;
        }
        if (text.codePoints().anyMatch(PersonalFields::breaksALine)) {
            wrong(field, "invalid-characters", "No control characters or line breaks.");
            return null;
        }
        return text;
    }

    public @Nullable String language(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            wrong(field, "required", "Give one of " + LANGUAGES + ".");
            return null;
        }
        if (!LANGUAGES.contains(typed)) {
            wrong(field, "unknown-language", "One of " + LANGUAGES + ".");
            return null;
        }
        return typed;
    }

    /// Not required.
    public @Nullable ZoneId timeZone(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (TIME_ZONES.contains(typed)) {
            return ZoneId.of(typed);
        }
        wrong(field, "invalid-time-zone", "An IANA name such as America/Lima.");
        return null;
    }

    /// @throws InvalidRequest if anything was wrong
    public void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private static boolean breaksALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            // Marks that turn the direction of what follows (Unicode TR 36, "bidi").
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
            default -> false;
        };
    }
}
