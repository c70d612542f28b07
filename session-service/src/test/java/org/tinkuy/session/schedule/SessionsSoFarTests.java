package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeTravelledIn;
import static org.tinkuy.session.schedule.SessionFixtures.aDraft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.speaker.SpeakerId;

class SessionsSoFarTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final Duration TRAVEL = Duration.ofHours(30);

    private final Programme programme = aProgrammeTravelledIn(TRAVEL);

    /// Held against the rules that are told all sessions.
    @Test
    void objectsToWhatAllSessionsObjectTo() {
        var random = new SplittableRandom(7);
        var people = IntStream.range(0, 10).mapToObj(_ -> SpeakerId.next()).toList();
        var sessions = IntStream.range(0, 300).mapToObj(_ -> session(random, people)).toList();
        var soFar = new SessionsSoFar(programme);
        sessions.forEach(soFar::add);
        var all = Others.of(programme, sessions);

        assertThat(sessions)
                .allSatisfy(session ->
                        assertThat(against(session, soFar.inTheWayOf(session)))
                                .isEqualTo(against(session, all)));
    }

    private List<String> against(Session session, Others others) {
        return session.objectionsToNew(others, programme, Instant.MIN).all().stream()
                .map(objection -> objection.error().code())
                .toList();
    }

    /// A session a day for a year, each with one speaker of two, every other one a plenary.
    @Test
    void holdsASessionAgainstThoseNearItAlone() {
        var two = List.of(SpeakerId.next(), SpeakerId.next());
        var soFar = new SessionsSoFar(programme);
        var sessions =
                IntStream.range(0, 365)
                        .mapToObj(day -> session(day, two.get(day % 2), SessionKind.PLENARY))
                        .toList();
        sessions.forEach(soFar::add);

        assertThat(soFar.near(sessions.get(180))).hasSize(11);
        assertThat(soFar.near(session(180, two.get(0), SessionKind.HUB))).hasSize(5);
        assertThat(soFar.near(session(180, SpeakerId.next(), SessionKind.HUB))).isEmpty();
    }

    @Test
    void findsNothingInTheWayOfWhatHasNoDate() {
        var soFar = new SessionsSoFar(programme);
        var unplanned =
                planned(
                        aDraft(null, SessionKind.PLENARY, SessionTimes.TO_BE_ANNOUNCED),
                        People.NOBODY);
        soFar.add(unplanned);

        assertThat(soFar.near(unplanned)).isEmpty();
    }

    private Session session(SplittableRandom random, List<SpeakerId> people) {
        var kind = random.nextInt(4) == 0 ? SessionKind.PLENARY : SessionKind.WORKSHOP;
        return session(random.nextInt(60), people.get(random.nextInt(people.size())), kind);
    }

    private Session session(int day, SpeakerId speaker, SessionKind kind) {
        return planned(
                aDraft(
                        null,
                        kind,
                        new SessionTimes(
                                FIRST.plusDays(day), LocalTime.of(23, 0), LocalTime.of(1, 0))),
                new People(List.of(speaker), List.of()));
    }

    private Session planned(SessionPlan plan, People people) {
        return Session.planned(
                SessionId.next(),
                new SessionPlan(
                        plan.eventId(),
                        plan.kind(),
                        null,
                        null,
                        null,
                        plan.times(),
                        null,
                        null,
                        null,
                        people),
                programme);
    }
}
