package org.tinkuy.calendar;

import java.util.regex.Pattern;

/// The lines of a calendar (RFC 5545 §3.1): they end in CRLF, and are folded so that none has more
/// than 75 octets of UTF-8, never within a character.
final class ContentLines {

    private static final int LONGEST = 75;

    /// Everything but the line breaks that [#escaped] writes (RFC 5545 §3.3.11).
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private final StringBuilder lines = new StringBuilder();

    /// @param name with its parameters
    /// @param value as it stands
    void add(String name, String value) {
        var octets = 0;
        var line = name + ":" + value;
        for (var i = 0; i < line.length(); ) {
            var character = line.codePointAt(i);
            var size = octets(character);
            if (octets + size > LONGEST) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }

    void addText(String name, String value) {
        add(name, escaped(value));
    }

    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    private static String escaped(String text) {
        var oneKindOfBreak = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL.matcher(oneKindOfBreak)
                .replaceAll(" ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /// A parameter's value in quotes, what must not stand there written as RFC 6868 has it.
    static String quoted(String value) {
        return CONTROL.matcher(value)
                .replaceAll(" ")
                .replace("^", "^^")
                .replace("\n", "^n")
                .replace("\"", "^'")
                .transform(encoded -> "\"" + encoded + "\"");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
