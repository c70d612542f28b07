package org.tinkuy.session.importing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.speaker.Speaker;

/// A programme with all that belongs to it, as a file describes it.
public record ProgrammePlan(
        Programme programme,
        List<Challenge> challenges,
        List<Stand> stands,
        List<FollowUp> followUps,
        List<Speaker> speakers,
        List<SessionPlan> sessions) {

    private static final int DAYS_OF_A_WEEK = 7;

    public ProgrammePlan {
        challenges = List.copyOf(challenges);
        stands = List.copyOf(stands);
        followUps = List.copyOf(followUps);
        speakers = List.copyOf(speakers);
        sessions = List.copyOf(sessions);
    }

    public ProgrammePlan(Programme programme, List<SessionPlan> sessions) {
        this(programme, List.of(), List.of(), List.of(), List.of(), sessions);
    }

    /// For samples, whose facts lie in the past: moves the whole programme by the fewest whole
    /// weeks after which every day of it is after `today`. Weekdays and local times stay as they
    /// were.
    public ProgrammePlan ahead(LocalDate today) {
        return days().min(LocalDate::compareTo)
                .filter(first -> !first.isAfter(today))
                .map(first -> shiftedBy(weeksUntilAfter(today, first)))
                .orElse(this);
    }

    private static int weeksUntilAfter(LocalDate today, LocalDate first) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, today) / DAYS_OF_A_WEEK + 1);
    }

    private ProgrammePlan shiftedBy(int weeks) {
        return new ProgrammePlan(
                programme.shiftedBy(weeks),
                challenges,
                stands,
                followUps,
                speakers,
                sessions.stream().map(session -> session.shiftedBy(weeks)).toList());
    }

    private Stream<LocalDate> days() {
        return Stream.concat(
                programme.days(),
                sessions.stream().map(session -> session.times().date()).filter(Objects::nonNull));
    }
}
