package org.tinkuy.notification.people;

import java.util.regex.Pattern;

/// What a person typed, made safe for a mail's header or a line of its text.
///
/// Line breaks and other control characters would begin a new header (CWE-93); overrides of the
/// writing direction could show a text that is not there. Joiners stay: emoji and several scripts
/// need them.
public final class OneLine {

    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    public static String of(String typed) {
        return isPlain(typed) ? typed.strip() : UNSAFE.matcher(typed).replaceAll(" ").strip();
    }

    /// Nearly everything is, and the pattern takes its time (a tenth of a campaign's CPU).
    private static boolean isPlain(String typed) {
        for (var i = 0; i < typed.length(); i++) {
            var c = typed.charAt(i);
            if (c < ' ' || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x2069)) {
                return false;
            }
        }
        return true;
    }
}
