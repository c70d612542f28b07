package org.tinkuy.session.schedule;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Changelog.Item;
import org.tinkuy.session.schedule.Changelog.Where;

/// How much of the changes of a programme is told: so many lines of one publication, and so many
/// characters of all. Of one answer, publication by publication.
final class ChangelogRoom {

    /// Two ids, days and times, with their names.
    private static final int BESIDES = 400;

    private int characters = Changelog.MOST_CHARACTERS;
    private int lines;
    private boolean full;

    /// Whether anything is told of the next publication.
    boolean begins() {
        lines = Changelog.MOST_LINES;
        full = false;
        return characters > 0;
    }

    boolean takes(Item item) {
        if (lines > 0) {
            lines--;
            characters -= length(item);
        } else {
            full = true;
        }
        full |= characters < 0;
        return !full;
    }

    /// Whether something of this publication was not taken.
    boolean isFull() {
        return full;
    }

    private static int length(Item item) {
        return BESIDES
                + Stream.of(
                                texts(item.title()),
                                texts(item.reason()),
                                place(item.before()),
                                place(item.after()))
                        .flatMap(texts -> texts)
                        .mapToInt(String::length)
                        .sum();
    }

    private static Stream<String> texts(@Nullable Map<String, String> byLanguage) {
        return byLanguage == null ? Stream.of() : byLanguage.values().stream();
    }

    private static Stream<String> place(@Nullable Where where) {
        return where == null ? Stream.of() : Stream.ofNullable(where.place());
    }
}
