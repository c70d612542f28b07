package org.tinkuy.problems;

/// What may stand in a text that somebody wrote: whatever is shown, and nothing that only steers
/// whoever shows it. Pages, mails and calendars carry texts as they are.
public final class PlainText {

    private PlainText() {}

    /// One line, for headers of mails, calendars and lists: nothing that breaks or reorders it.
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(PlainText::breaksALine);
    }

    /// A text of several lines: also LF, CR LF and tabs.
    public static boolean isText(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.codePointAt(i);
            if (Character.isSupplementaryCodePoint(c)) {
                i++;
            }
            if (isNone(c) || isSteering(text, i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether there is nothing in it that anybody sees: spaces of any kind, and what is unseen.
    public static boolean showsNothing(String text) {
        return text.codePoints().allMatch(c -> isUnseen(c) || isSpace(c));
    }

    /// What nobody sees: what only steers how others are shown, and letters that are empty
    /// (Unicode's Default_Ignorable_Code_Point, which Java does not know by name, and the Braille
    /// pattern without dots).
    public static boolean isUnseen(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                    isWithin(codePoint, 0x180B, 0x180F)
                            || isWithin(codePoint, 0xFE00, 0xFE0F)
                            || isWithin(codePoint, 0xE0000, 0xE0FFF)
                            || Character.getType(codePoint) == Character.FORMAT
                            || Character.isISOControl(codePoint);
        };
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isSteering(String text, int at) {
        var c = text.charAt(at);
        return switch (c) {
            case '\n', '\t' -> false;
            case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
            default -> Character.isISOControl(c);
        };
    }

    private static boolean breaksALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // Marks that turn the direction of what follows (Unicode TR 36, "bidi").
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
            default -> isNone(codePoint);
        };
    }

    /// No character at all: half of one, or one of the 66 that will never be one (Unicode 23.7).
    private static boolean isNone(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || isWithin(codePoint, 0xFDD0, 0xFDEF)
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
