package org.tinkuy.languages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages of pages, mails and calendars: another one is a constant here, and then each file
/// of words, which tests ask for.
public enum Language {
    ES("Español", Locale.of("es", "PE")),
    /// English readers here are international, so day before month.
    EN("English", Locale.UK),
    QU("Runasimi", Locale.of("qu", "PE")),
    FR("Français", Locale.FRANCE);

    /// For whoever asks for none of these.
    public static final Language DEFAULT = EN;

    public static final List<String> TAGS = Arrays.stream(values()).map(Language::tag).toList();

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /// As in BCP 47, and in the names of files of words.
    public String tag() {
        return locale.getLanguage();
    }

    public String ownName() {
        return ownName;
    }

    /// Where it is written so: Spanish has its months and numbers from Peru.
    public Locale locale() {
        return locale;
    }

    /// Machine-made wording that no native speaker has read yet, and that says so.
    public boolean isDraft() {
        return this == QU;
    }

    /// In which order a text is looked for that is not written in all of them: readers of Quechua
    /// mostly read Spanish too; readers of French here are from West Africa.
    public List<Language> fallbacks() {
        return switch (this) {
            case ES -> List.of(ES, EN);
            case EN -> List.of(EN, ES);
            case QU -> List.of(QU, ES, EN);
            case FR -> List.of(FR, EN, ES);
        };
    }

    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    /// A language that only a newer version knows gets Spanish, which most people here read.
    public static Language orSpanish(String tag) {
        return of(tag).orElse(ES);
    }

    /// The first of these among the ranges that a browser sent, most wanted first.
    public static Optional<Language> among(List<Locale.LanguageRange> wanted) {
        return wanted.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> of(Locale.forLanguageTag(range.getRange()).getLanguage()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
