package org.tinkuy.session.schedule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeTravelledIn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.speaker.SpeakerId;

class SpeakerOverlapsTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final Duration TRAVEL = Duration.ofHours(2);
    private static final List<String> PLACES = List.of("Abancay", "Andahuaylas");

    private final Programme programme = aProgrammeTravelledIn(TRAVEL);
    private final SpeakerId ana = SpeakerId.next();

    /// Held against the comparison of each with each.
    @ParameterizedTest
    @ValueSource(ints = {2, 30, 400})
    void findsWhatEachPairSays(int days) {
        var random = new SplittableRandom(days);
        var people = IntStream.range(0, 20).mapToObj(_ -> SpeakerId.next()).toList();
        var sessions =
                IntStream.range(0, 300).mapToObj(_ -> session(random, days, people)).toList();
        var overlaps = new SpeakerOverlaps(sessions, programme, List.of());

        for (var session : sessions) {
            var all =
                    session.people()
                            .all()
                            .filter(one ->
                                    sessions.stream()
                                            .filter(other -> !other.equals(session))
                                            .filter(other -> people(other).contains(one))
                                            .anyMatch(other -> exclude(session, other)))
                            .toList();

            assertThat(
                            overlaps.of(session)
                                    .map(Objection.SpeakersElsewhere::speakers)
                                    .orElse(List.of()))
                    .isEqualTo(all);
        }
    }

    @Test
    void letsSomebodyTravelWhereThereIsTime() {
        var first = session("18:00", "20:00", "Abancay");

        assertThat(excludes(first, session("20:00", "21:00", "abancay"))).isFalse();
        assertThat(excludes(first, session("21:59", "22:30", "Andahuaylas"))).isTrue();
        assertThat(excludes(first, session("22:00", "22:30", "Andahuaylas"))).isFalse();
        assertThat(excludes(first, session("14:00", "16:30", "Andahuaylas"))).isTrue();
        assertThat(excludes(first, session("20:00", "21:00", null))).isFalse();
        assertThat(excludes(first, session("19:00", "21:00", null))).isTrue();
    }

    @Test
    void holdsASessionAgainstWhatItsSpeakersDoInOtherProgrammes() {
        var session = session("18:00", "20:00", "Abancay");
        var elsewhere =
                new Taken(
                        SessionId.next(),
                        requireNonNull(session.times().startsAt(session.timeZoneIn(programme))),
                        null,
                        "Lima");
        var overlaps =
                new SpeakerOverlaps(
                        List.of(session), programme, List.of(new Engagement(ana, elsewhere)));

        var objection = overlaps.of(session).orElseThrow();

        assertThat(objection.speakers()).containsExactly(ana);
        assertThat(objection.others()).containsExactly(elsewhere.id());
    }

    @Test
    void asksNothingOfWhatDoesNotTakePlace() {
        var session = session("18:00", "20:00", "Abancay");
        var cancelled = session("18:00", "20:00", "Lima").cancelled(null, Instant.EPOCH);

        assertThat(excludes(session, cancelled)).isFalse();
    }

    private boolean excludes(Session one, Session other) {
        return new SpeakerOverlaps(List.of(one, other), programme, List.of()).of(one).isPresent();
    }

    private static List<SpeakerId> people(Session session) {
        return session.people().all().toList();
    }

    private Session session(String starts, String ends, @Nullable String place) {
        return planned(
                new SessionTimes(FIRST, LocalTime.parse(starts), LocalTime.parse(ends)),
                place,
                new People(List.of(), List.of(ana)));
    }

    private Session session(SplittableRandom random, int days, List<SpeakerId> people) {
        var starts = LocalTime.of(random.nextInt(24), 30 * random.nextInt(2));
        var ends = starts.plusMinutes(30L * (1 + random.nextInt(8)));
        var place = random.nextInt(3) == 0 ? null : PLACES.get(random.nextInt(PLACES.size()));
        return planned(
                new SessionTimes(
                        FIRST.plusDays(random.nextInt(days)),
                        starts,
                        random.nextInt(5) == 0 ? null : ends),
                place,
                new People(some(random, people), some(random, people)));
    }

    private static List<SpeakerId> some(SplittableRandom random, List<SpeakerId> people) {
        return Collections.nCopies(random.nextInt(3), 0).stream()
                .map(_ -> people.get(random.nextInt(people.size())))
                .toList();
    }

    private Session planned(SessionTimes times, @Nullable String place, People people) {
        return Session.planned(
                SessionId.next(),
                new SessionPlan(
                        null,
                        SessionKind.WORKSHOP,
                        null,
                        null,
                        null,
                        times,
                        null,
                        place,
                        null,
                        people),
                programme);
    }

    private boolean exclude(Session one, Session other) {
        var zone = one.timeZoneIn(programme);
        var begins = requireNonNull(one.times().startsAt(zone));
        var ends = one.times().endsAt(zone) == null ? begins : one.times().endsAt(zone);
        var otherBegins = requireNonNull(other.times().startsAt(zone));
        var otherEnds =
                other.times().endsAt(zone) == null ? otherBegins : other.times().endsAt(zone);
        if (begins.equals(otherBegins)
                || (begins.isAfter(otherBegins) && begins.isBefore(otherEnds))
                || (otherBegins.isAfter(begins) && otherBegins.isBefore(ends))) {
            return true;
        }
        var apart =
                one.place() != null && other.place() != null && !one.place().equals(other.place());
        var gap =
                begins.isBefore(otherBegins)
                        ? Duration.between(ends, otherBegins)
                        : Duration.between(otherEnds, begins);
        return apart && gap.compareTo(TRAVEL) < 0;
    }
}
