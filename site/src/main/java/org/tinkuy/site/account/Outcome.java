package org.tinkuy.site.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Outcomes;

/// What became of sessions that were just asked for: each kind is told in words of its own.
///
/// @param sessions those that are published
public record Outcome(Kind kind, List<LocatedSession> sessions) {

    /// In the order in which they are told.
    public enum Kind {
        CONFIRMED("confirmed", Mood.GOOD),
        WAITLISTED("waitlisted", Mood.NEITHER),
        LATE_WAITLISTED("late-waitlisted", Mood.NEITHER),
        ALREADY_CONFIRMED("already-confirmed", Mood.GOOD),
        ALREADY_WAITLISTED("already-waitlisted", Mood.NEITHER),
        PENDING("pending", Mood.NEITHER),
        CANCELLED("cancelled", Mood.BAD),
        LAPSED("lapsed", Mood.BAD);

        private final String word;
        private final Mood mood;

        Kind(String word, Mood mood) {
            this.word = word;
            this.mood = mood;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElse(PENDING);
        }
    }

    private enum Mood {
        GOOD("good"),
        NEITHER(""),
        BAD("bad");

        private final String cssClass;

        Mood(String cssClass) {
            this.cssClass = cssClass;
        }
    }

    static List<Outcome> of(Outcomes outcomes, Schedule schedule) {
        return outcomes.bySession().entrySet().stream()
                .collect(groupingBy(outcome -> Kind.of(outcome.getValue()), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(kind ->
                        new Outcome(
                                kind.getKey(),
                                kind.getValue().stream()
                                        .map(Map.Entry::getKey)
                                        .flatMap(session -> schedule.located(session).stream())
                                        .sorted(LocatedSession.BY_BEGINNING)
                                        .toList()))
                .toList();
    }

    /// A message key. Where nothing has a date no calendar file is on its way.
    public String words() {
        var words = "outcome." + kind.word;
        return kind == Kind.CONFIRMED && !isDated() ? words + "-without-a-date" : words;
    }

    /// Of the banner.
    public String cssClass() {
        return kind.mood.cssClass;
    }

    private boolean isDated() {
        return sessions.stream().anyMatch(at -> at.session().date() != null);
    }
}
