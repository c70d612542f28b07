package org.tinkuy.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;

/// Text in headers: as it is where ASCII suffices, else in encoded words (RFC 2047).
public final class HeaderText {

    /// RFC 5322 §2.1.1 wants at most 78 characters a line; a header's name goes before.
    private static final int COMFORTABLE_LINE = 60;

    private static final int LONGEST_ENCODED_WORD = 75;
    private static final String OPENING = "=?UTF-8?";
    private static final Pattern ATOMS =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

    private HeaderText() {}

    /// For a subject.
    public static String unstructured(String text) {
        requireOneLine(text);
        return isAscii(text) && !text.contains("=?") && text.length() <= COMFORTABLE_LINE
                ? text
                : encodedWords(text);
    }

    /// For the name before an address.
    public static String phrase(String name) {
        requireOneLine(name);
        if (!isAscii(name) || name.contains("=?") || name.length() > COMFORTABLE_LINE) {
            return encodedWords(name);
        }
        return ATOMS.matcher(name).matches()
                ? name
                : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// @throws IllegalArgumentException if the text would begin another header (CWE-93)
    static void requireOneLine(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("a header must not contain control characters");
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static String encodedWords(String text) {
        var quoted = quotedLength(text) <= text.getBytes(StandardCharsets.UTF_8).length * 4 / 3;
        var room = LONGEST_ENCODED_WORD - OPENING.length() - "Q??=".length();
        var words = new ArrayList<String>();
        var from = 0;
        var length = 0;
        for (var i = 0; i < text.length(); ) {
            var next = i + Character.charCount(text.codePointAt(i));
            var bytes = text.substring(i, next).getBytes(StandardCharsets.UTF_8);
            var more = quoted ? quoted(bytes).length() : bytes.length;
            if (i > from && (quoted ? length + more : base64Length(length + more)) > room) {
                words.add(encodedWord(text.substring(from, i), quoted));
                from = i;
                length = 0;
            }
            length += more;
            i = next;
        }
        words.add(encodedWord(text.substring(from), quoted));
        return String.join("\r\n ", words);
    }

    private static int base64Length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    private static String encodedWord(String word, boolean quoted) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        return OPENING
                + (quoted ? "Q?" + quoted(bytes) : "B?" + Base64.getEncoder().encodeToString(bytes))
                + "?=";
    }

    private static int quotedLength(String word) {
        return quoted(word.getBytes(StandardCharsets.UTF_8)).length();
    }

    /// RFC 2047 §5 (3): what may stand in a phrase may stand in a subject too.
    private static String quoted(byte[] bytes) {
        var encoded = new StringBuilder();
        for (var b : bytes) {
            if (b == ' ') {
                encoded.append('_');
            } else if (isLetterOrDigit(b) || "!*+-/".indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('=');
                encoded.append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)));
                encoded.append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
