package org.tinkuy.site.visitor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages that the pages speak.
public enum Language {
    ES("Español", Locale.of("es")),
    EN("English", Locale.UK),
    QU("Runasimi", Locale.of("qu"));

    /// For a browser that asks for none of ours.
    public static final Language DEFAULT = EN;

    private final String ownName;
    private final Locale dates;

    Language(String ownName, Locale dates) {
        this.ownName = ownName;
        this.dates = dates;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(tag());
    }

    /// How dates and zones are written: English readers here are international, so day before
    /// month.
    public Locale dates() {
        return dates;
    }

    /// Machine-made wording that no native speaker has read yet.
    public boolean isDraft() {
        return this == QU;
    }

    /// In which order a text is looked for: readers of Quechua mostly read Spanish too.
    public List<String> fallbacks() {
        return switch (this) {
            case ES -> List.of("es", "en");
            case EN -> List.of("en", "es");
            case QU -> List.of("qu", "es", "en");
        };
    }

    public static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    /// The first of ours among the ranges that a browser sent, most wanted first.
    static Optional<Language> among(List<Locale.LanguageRange> wanted) {
        return wanted.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> of(Locale.forLanguageTag(range.getRange()).getLanguage()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
