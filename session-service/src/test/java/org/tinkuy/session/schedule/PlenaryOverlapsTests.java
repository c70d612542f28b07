package org.tinkuy.session.schedule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.schedule.SessionFixtures.aDraft;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.session.programme.Programme;

class PlenaryOverlapsTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final int MOST = 10;

    private final Programme programme = aProgramme();

    /// Held against the comparison of each with each.
    @ParameterizedTest
    @ValueSource(ints = {2, 30, 400})
    void findsWhatEachPairSays(int days) {
        var random = new SplittableRandom(days);
        var sessions = IntStream.range(0, 200).mapToObj(_ -> session(random, days)).toList();
        var overlaps = new PlenaryOverlaps(sessions, programme);

        for (var session : sessions) {
            var all =
                    sessions.stream()
                            .filter(other -> !other.equals(session) && overlap(session, other))
                            .map(Session::id)
                            .toList();
            assertThat(overlaps.of(session))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(all)
                    .hasSize(Math.min(MOST, all.size()));
        }
    }

    private Session session(SplittableRandom random, int days) {
        var starts = LocalTime.of(random.nextInt(24), 30 * random.nextInt(2));
        var ends = starts.plusMinutes(30L * (1 + random.nextInt(8)));
        var times =
                new SessionTimes(
                        FIRST.plusDays(random.nextInt(days)),
                        starts,
                        random.nextInt(5) == 0 ? null : ends);
        var kind = random.nextInt(10) == 0 ? SessionKind.HUB : SessionKind.PLENARY;
        return Session.planned(SessionId.next(), aDraft(null, kind, times), programme);
    }

    private boolean overlap(Session one, Session other) {
        if (other.kind() != SessionKind.PLENARY) {
            return false;
        }
        return List.of(List.of(one, other), List.of(other, one)).stream()
                .anyMatch(pair -> isDuring(pair.getFirst(), pair.getLast()));
    }

    /// Whether one begins when another does, or while it lasts.
    private boolean isDuring(Session one, Session other) {
        var zone = one.timeZoneIn(programme);
        var begins = requireNonNull(one.times().startsAt(zone));
        var otherBegins = requireNonNull(other.times().startsAt(zone));
        var otherEnds = other.times().endsAt(zone);
        return begins.equals(otherBegins)
                || (otherEnds != null && begins.isAfter(otherBegins) && begins.isBefore(otherEnds));
    }
}
