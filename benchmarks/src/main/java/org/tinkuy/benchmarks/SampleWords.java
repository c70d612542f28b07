package org.tinkuy.benchmarks;

/// Words as many as a reminder has, for a sender that has no templates.
final class SampleWords {

    private static final int LINES = 8;
    private static final int RULES = 40;
    private static final String LINE =
            "La plenaria empieza mañana: miércoles 25 de noviembre de 2026, 18:00–20:00.";

    private SampleWords() {}

    static String plain(String name) {
        return "Hola, " + name + ":\n\n" + (LINE + "\n").repeat(LINES);
    }

    static String html(String name) {
        return "<!DOCTYPE html>\n<html lang=\"es\"><head><style>\n"
                + "section p { margin: 2px 0; color: #23201c; }\n".repeat(RULES)
                + "</style></head><body><p>Hola, "
                + name
                + ":</p>\n"
                + ("<p>" + LINE + "</p>\n").repeat(LINES)
                + "</body></html>\n";
    }
}
