package org.tinkuy.site.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Outcomes;

/// What became of sessions that were just asked for: each kind is told in words of its own.
///
/// @param sessions those that are published
public record Outcome(Kind kind, List<LocatedSession> sessions) {

    /// In the order in which they are told.
    public enum Kind {
        CONFIRMED("confirmed", Mood.GOOD, "confirmed"),
        WAITLISTED("waitlisted", Mood.NEITHER, "waitlisted"),
        LATE_WAITLISTED("late-waitlisted", Mood.NEITHER, "waitlisted"),
        ALREADY_CONFIRMED("already-confirmed", Mood.GOOD, "confirmed"),
        ALREADY_WAITLISTED("already-waitlisted", Mood.NEITHER, "waitlisted"),
        PENDING("pending", Mood.NEITHER, "pending"),
        CANCELLED("cancelled", Mood.BAD, "cancelled"),
        LAPSED("lapsed", Mood.BAD, "lapsed");

        private final String word;
        private final Mood mood;
        private final String status;

        Kind(String word, Mood mood, String status) {
            this.word = word;
            this.mood = mood;
            this.status = status;
        }

        private boolean holdsIn(Set<String> statuses) {
            return statuses.contains(status);
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

    /// What no longer holds is not told: a page is come back to after a cancellation, or is loaded
    /// again when somebody who waited has a seat.
    ///
    /// @param now the state of each registration, by session
    static List<Outcome> of(Outcomes outcomes, Map<UUID, Set<String>> now, Schedule schedule) {
        return outcomes.bySession().entrySet().stream()
                .filter(outcome ->
                        Kind.of(outcome.getValue())
                                .holdsIn(now.getOrDefault(outcome.getKey(), Set.of())))
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
