package org.tinkuy.site.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/// Control characters, which no page may have (HTML, "Preprocessing the input stream"), not even
/// where it shows again what was typed.
final class Controls {

    private static final String REPLACEMENT = "\ufffd";

    /// All but white space.
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f]");

    private Controls() {}

    /// @return the same array where there is none
    static byte[] replaced(byte[] html) {
        return has(html)
                ? CONTROL.matcher(new String(html, UTF_8)).replaceAll(REPLACEMENT).getBytes(UTF_8)
                : html;
    }

    /// Those above U+007F are `c2 80` to `c2 9f` in UTF-8.
    private static boolean has(byte[] html) {
        for (var i = 0; i < html.length; i++) {
            var one = html[i];
            if ((one >= 0 && one < ' ' && !isSpace(one))
                    || one == 0x7f
                    || (one == (byte) 0xc2 && i + 1 < html.length && html[i + 1] < (byte) 0xa0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(byte one) {
        return one == '\t' || one == '\n' || one == '\f' || one == '\r';
    }
}
