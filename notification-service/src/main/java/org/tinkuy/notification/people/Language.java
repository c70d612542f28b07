package org.tinkuy.notification.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The languages that every mail is written in.
public enum Language {
    ES(Locale.of("es", "PE")),
    EN(Locale.ENGLISH),
    QU(Locale.of("qu", "PE"));

    public static final List<String> TAGS = Arrays.stream(values()).map(Language::tag).toList();

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// A language that this service does not write yet gets Spanish, which most recipients read.
    public static Language of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElse(ES);
    }

    public String tag() {
        return locale.getLanguage();
    }

    /// The texts have not been read by a native speaker yet, and say so.
    public boolean isDraft() {
        return this == QU;
    }

    public Locale locale() {
        return locale;
    }
}
