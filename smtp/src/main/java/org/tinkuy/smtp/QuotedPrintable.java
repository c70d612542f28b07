package org.tinkuy.smtp;

import java.nio.charset.StandardCharsets;

/// The encoding of RFC 2045 §6.7.
///
/// It also encodes what a mail server on the way would change: a dot and `From ` at the beginning
/// of a line. So the bytes need no dot-stuffing, and a signature over them stays valid.
public final class QuotedPrintable {

    private static final int LONGEST_LINE = 76;
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedPrintable() {}

    /// Begins at the beginning of a line.
    ///
    /// @return whether it ended at the beginning of a line
    public static boolean encode(String text, WireBuffer out) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var column = 0;
        for (var i = 0; i < bytes.length; i++) {
            var b = bytes[i];
            if (b == '\n' || (b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n')) {
                i += b == '\r' ? 1 : 0;
                out.add('\r').add('\n');
                column = 0;
                continue;
            }
            var plain = isPlain(bytes, i);
            if (column + (plain ? 1 : 3) > LONGEST_LINE - 1) {
                out.add(SOFT_BREAK);
                column = 0;
            }
            if (plain && !(column == 0 && isChangedAtTheBeginning(bytes, i))) {
                out.add(b);
                column++;
            } else {
                out.add('=').add(HEX[(b >> 4) & 0xf]).add(HEX[b & 0xf]);
                column += 3;
            }
        }
        return column == 0;
    }

    /// So that what follows begins at the beginning of a line, without being a line of its own.
    public static void softBreak(WireBuffer out) {
        out.add(SOFT_BREAK);
    }

    private static boolean isPlain(byte[] bytes, int i) {
        var b = bytes[i];
        if (b == ' ' || b == '\t') {
            return i + 1 < bytes.length && bytes[i + 1] != '\n' && bytes[i + 1] != '\r';
        }
        return b > ' ' && b < 0x7f && b != '=';
    }

    private static boolean isChangedAtTheBeginning(byte[] bytes, int i) {
        return bytes[i] == '.'
                || (bytes[i] == 'F'
                        && i + 4 < bytes.length
                        && bytes[i + 1] == 'r'
                        && bytes[i + 2] == 'o'
                        && bytes[i + 3] == 'm'
                        && bytes[i + 4] == ' ');
    }
}
