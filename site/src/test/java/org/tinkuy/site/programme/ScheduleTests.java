package org.tinkuy.site.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is arranged when, counted in sessions that are gone through.
class ScheduleTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    /// How many sessions each arrangement of a programme went through.
    private final List<Integer> arrangements = new ArrayList<>();

    private final PublishedSchedule published =
            new PublishedSchedule((programme, sessions) -> {
                arrangements.add(sessions.size());
                return ProgrammeSchedule.of(programme, sessions);
            });

    private List<Programme> programmes(int number) {
        return IntStream.range(0, number).mapToObj(i -> Samples.programme("p-" + i)).toList();
    }

    private List<Session> sessions(Programme programme, int number) {
        return IntStream.range(0, number)
                .mapToObj(day -> Samples.session(programme, on(day)))
                .toList();
    }

    private static LocalDate on(int day) {
        return LocalDate.parse("2026-11-01").plusDays(day % 60);
    }

    private void publish(List<Programme> programmes, List<Session> sessions) {
        sessions.forEach(session -> published.publish(session, 1));
        programmes.forEach(programme -> published.publish(programme, 1));
    }

    @Test
    void readingTenThousandSessionsAtStartGoesThroughEachOnce() {
        var programmes = programmes(10);
        publish(
                programmes,
                programmes.stream().flatMap(its -> sessions(its, 1_000).stream()).toList());
        assertThat(arrangements).isEmpty();

        assertThat(published.current().programmes(NOW)).hasSize(10);
        published.current();

        assertThat(arrangements).hasSize(10).containsOnly(1_000);
    }

    @Test
    void aSessionThatMovesCostsItsOwnProgrammeOnly() {
        var programmes = programmes(10);
        publish(
                programmes,
                programmes.stream().flatMap(its -> sessions(its, 100).stream()).toList());
        var before = published.current();
        arrangements.clear();
        var moved = Samples.session(programmes.get(3), on(7));

        published.publish(moved, 2);
        var after = published.current();

        assertThat(arrangements).containsExactly(101);
        assertThat(after.locatedIn(programmes.get(4)))
                .isSameAs(before.locatedIn(programmes.get(4)));
        assertThat(after.located(moved.id())).isPresent();
        assertThat(before.located(moved.id())).isEmpty();
    }

    @Test
    void aPageOfRowsGoesThroughNoSessionAtAll() {
        var programme = Samples.programme("large");
        var sessions = sessions(programme, 1_000);
        publish(List.of(programme), sessions);
        var schedule = published.current();
        arrangements.clear();

        assertThat(sessions).allMatch(session -> schedule.located(session.id()).isPresent());
        assertThat(schedule.locatedIn(programme)).isSameAs(schedule.locatedIn(programme));
        assertThat(published.current()).isSameAs(schedule);

        assertThat(arrangements).isEmpty();
    }

    @Test
    void whatArrivesLaterDoesNotChangeThePageThatIsBeingRendered() {
        var programme = Samples.programme("heading");
        var session = Samples.session(programme, on(40));
        publish(List.of(programme), List.of(session));
        var page = published.current();

        published.withdrawSession(session.id(), 2L, null);
        published.withdrawProgramme(programme.id(), 2L);

        assertThat(page.programme("heading")).hasValue(programme);
        assertThat(page.locatedIn(programme)).hasSize(1);
        assertThat(page.upcoming(NOW, 4)).hasSize(1);
        assertThat(published.current().programme("heading")).isEmpty();
        assertThat(published.current().locatedIn(programme)).isEmpty();
        assertThat(published.current().located(session.id())).isEmpty();
    }

    @Test
    void aSessionThatGoesToAnotherProgrammeLeavesTheFirst() {
        var from = Samples.programme("from");
        var to = Samples.programme("to");
        var session = Samples.session(from, on(40));
        publish(List.of(from, to), List.of(session));
        published.current();

        published.publish(Samples.session(session.id(), to, null, on(41)), 2);

        assertThat(published.current().locatedIn(from)).isEmpty();
        assertThat(published.current().locatedIn(to)).hasSize(1);
        assertThat(published.current().located(session.id()))
                .hasValueSatisfying(at -> assertThat(at.programme()).isEqualTo(to));
    }

    @Test
    void aProgrammeIsFoundByItsNewSlugOnly() {
        var programme = Samples.programme("old-name");
        publish(List.of(programme), List.of());
        published.current();

        published.publish(Samples.programme(programme.id(), "new-name", List.of()), 2);

        assertThat(published.current().programme("old-name")).isEmpty();
        assertThat(published.current().programme("new-name")).isPresent();
    }

    @Test
    void findsTheSessionsOfAnEventAndThoseOfNone() {
        var event = Samples.event("apurimac");
        var programme = Samples.programme(UUID.randomUUID(), "heading", List.of(event));
        var ofEvent = Samples.session(UUID.randomUUID(), programme, event.id(), on(1));
        var later = Samples.session(UUID.randomUUID(), programme, event.id(), on(2));
        var ofNone = Samples.session(programme, on(1));
        publish(List.of(programme), List.of(later, ofNone, ofEvent));
        var schedule = published.current();

        assertThat(schedule.locatedIn(programme, event))
                .extracting(LocatedSession::session)
                .containsExactly(ofEvent, later);
        assertThat(schedule.locatedIn(programme, null))
                .extracting(LocatedSession::session)
                .containsExactly(ofNone);
        assertThat(schedule.locatedIn(programme, Samples.event("cajamarca"))).isEmpty();
    }
}
