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
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || isSteering(text, i)) {
                return false;
            }
        }
        return true;
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
