package org.tinkuy.session.programme;

/// How much of what an organiser may write, in files and in the API alike.
public final class Bounds {

    /// Words with hyphens between them: a slug stands in addresses of pages.
    public static final String SLUG = "(?!.*--)(?!.*-$)[a-z0-9][a-z0-9-]*";

    public static final String SLUG_WORDS =
            "small letters from a to z and digits, with hyphens between them, such as abancay-2026";

    public static final int SLUG_LENGTH = 80;

    /// A language's tag, as ISO 639 has it.
    public static final String LANGUAGE = "[a-z]{2,3}";

    public static final String LANGUAGE_WORDS =
            "a language's tag of two or three small letters, such as es";

    /// More than any text is written in.
    public static final int LANGUAGES = 20;

    /// Characters of a title, a name or a place.
    public static final int LINE_LENGTH = 300;

    /// Characters of a description.
    public static final int TEXT_LENGTH = 2000;

    /// Entries of one list.
    public static final int MOST_ENTRIES = 200;

    /// Texts of a programme in one other language.
    public static final int MOST_TRANSLATIONS = 1000;

    /// Sessions of a programme, those of its events and those that are cancelled among them.
    public static final int MOST_SESSIONS = 10_000;

    /// Programmes of one file.
    public static final int MOST_PROGRAMMES = 100;

    /// The highest number of a sequence or an edition.
    public static final int LARGEST_NUMBER = 1000;

    /// A week between two places.
    public static final int MOST_TRAVEL_MINUTES = 7 * 24 * 60;

    public static final int MOST_PARTICIPANTS = 10_000_000;
    public static final int MOST_DEVICES = 100;

    private Bounds() {}
}
