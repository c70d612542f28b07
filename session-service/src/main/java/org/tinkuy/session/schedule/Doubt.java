package org.tinkuy.session.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be and is seldom meant. An organiser is asked before it is published.
public enum Doubt {
    /// It would be over, or have begun, already.
    PAST,

    /// It ends on the next day after so many hours that the two times may have been confused.
    NEXT_DAY,

    /// The clocks show the time twice on that day; the first of the two would be taken.
    TWICE;

    public static final List<String> WORDS = Arrays.stream(values()).map(Doubt::word).toList();

    /// As it stands in problems and the API.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Doubt> of(String word) {
        return Arrays.stream(values()).filter(doubt -> doubt.word().equals(word)).findFirst();
    }
}
