package org.tinkuy.site.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tinkuy.languages.Language;

class PublishedScheduleTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final PublishedSchedule schedule = new PublishedSchedule();

    private Programme programme(String slug, Programme.Event... events) {
        var programme = Samples.programme(slug, events);
        schedule.publish(programme, 1);
        return programme;
    }

    private Session session(Programme programme, @Nullable UUID event, @Nullable String date) {
        var session =
                Samples.session(
                        UUID.randomUUID(),
                        programme,
                        event,
                        date == null ? null : LocalDate.parse(date));
        schedule.publish(session, 1);
        return session;
    }

    @Test
    void whatBeginsNextComesFirstAndWhatIsOverLast() {
        var over = programme("a-over");
        session(over, null, "2026-11-01");
        programme("b-without-sessions");
        var later = programme("c-later");
        session(later, null, "2026-12-24");
        var soon = programme("d-soon");
        session(soon, null, "2026-11-01");
        session(soon, null, "2026-11-25");

        assertThat(schedule.current().programmes(NOW))
                .extracting(Programme::slug)
                .containsExactly("d-soon", "c-later", "b-without-sessions", "a-over");
    }

    @Test
    void numbersSessionsThatHaveNoTitleOfTheirOwn() {
        var event = Samples.event("apurimac");
        var programme = programme("heading", event);
        session(programme, event.id(), "2026-11-26");
        session(programme, event.id(), "2026-11-25");
        session(programme, null, null);

        assertThat(schedule.current().locatedIn(programme))
                .extracting(LocatedSession::ordinal)
                .containsExactly(1, 2, 0);
    }

    @Test
    void aStateThatIsPublishedAgainHasBeenTrueSinceBefore() {
        var session = Samples.session(programme("heading"), null);
        schedule.publish(session.since(NOW), 1);
        schedule.publish(session.since(NOW.plusSeconds(60)), 1);

        assertThat(schedule.current().located(session.id()).map(at -> at.session().changedAt()))
                .contains(NOW);
    }

    @Test
    void anEntryHasChangedWhenItsNumberOrANameBesideItDid() {
        var event = Samples.event("apurimac");
        var programme = programme("heading", event);
        var first =
                Samples.session(
                        UUID.randomUUID(), programme, event.id(), LocalDate.parse("2026-11-25"));
        var second =
                Samples.session(
                        UUID.randomUUID(), programme, event.id(), LocalDate.parse("2026-11-26"));
        schedule.publish(first.since(NOW), 1);
        schedule.publish(second.since(NOW), 1);
        assertThat(changedAt(second)).isEqualTo(NOW);

        schedule.withdrawSession(first.id(), 2L, NOW.plusSeconds(60));
        assertThat(changedAt(second)).isEqualTo(NOW.plusSeconds(60));

        var renamed = Samples.event(event.id(), "hub");
        var after = Samples.programme(programme.id(), "heading", List.of(renamed));
        schedule.publish(after.since(NOW.plusSeconds(120)), 2);
        assertThat(changedAt(second)).isEqualTo(NOW.plusSeconds(120));

        schedule.publish(after.since(NOW.plusSeconds(180)), 3);
        schedule.publish(second.since(NOW.plusSeconds(180)), 1);
        assertThat(changedAt(second)).as("published again").isEqualTo(NOW.plusSeconds(120));
    }

    private @Nullable Instant changedAt(Session session) {
        return schedule.current().located(session.id()).orElseThrow().changedAt();
    }

    @Test
    void aSiteThatStartsTakesTheLatestOfWhatAnEntryShows() {
        var programme = Samples.programme("heading").since(NOW.plusSeconds(60));
        var session = Samples.session(programme, LocalDate.parse("2026-11-25"));
        schedule.publish(session.since(NOW), 1);
        schedule.publish(programme, 2);

        assertThat(changedAt(session)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aSessionWaitsForItsEvent() {
        var event = Samples.event("apurimac");
        var programme = programme("heading");
        session(programme, event.id(), "2026-11-25");
        assertThat(schedule.current().upcoming(NOW, 4)).isEmpty();

        schedule.publish(Samples.programme(programme.id(), "heading", List.of(event)), 2);

        assertThat(schedule.current().upcoming(NOW, 4))
                .singleElement()
                .satisfies(located ->
                        assertThat(located.path()).isEqualTo("/programmes/heading/apurimac"));
    }

    @Test
    void aSessionIsOverWhenItsEndHasPassed() {
        var session = session(programme("heading"), null, "2026-11-25");

        assertThat(session.isOver(Instant.parse("2026-11-26T00:59:59Z"))).isFalse();
        assertThat(session.isOver(Instant.parse("2026-11-26T01:00:00Z"))).isTrue();
        assertThat(session(programme("other"), null, null).isOver(NOW)).isFalse();
    }

    @Test
    void showsTheVisitorsOwnDayWhereItIsAnother() {
        var session = session(programme("heading"), null, "2026-11-25");

        assertThat(new InWords(Language.EN, ZoneId.of("Asia/Tokyo")).ownTimes(session))
                .isEqualTo("Thu 26 Nov, 08:00–\u206010:00");
        assertThat(new InWords(Language.EN, ZoneId.of("America/New_York")).ownTimes(session))
                .isNull();
        assertThat(new InWords(Language.EN, ZoneId.of("America/Los_Angeles")).ownTimes(session))
                .isEqualTo("15:00–\u206017:00");
        assertThat(new InWords(Language.EN, ZoneId.of("Africa/Bamako")).ownTimes(session))
                .isEqualTo("23:00\u00a0– Thu 26 Nov, 01:00");
    }

    @Test
    void writesDatesAsTheLanguageDoes() {
        var first = LocalDate.of(2026, 11, 25);

        assertThat(new InWords(Language.ES, null).date(first))
                .isEqualTo("miércoles, 25 de noviembre de 2026");
        assertThat(new InWords(Language.ES, null).dates(first, first.plusDays(1)))
                .isEqualTo("25–\u206026 de noviembre de 2026");
        assertThat(new InWords(Language.EN, null).dates(first, first.plusDays(7)))
                .isEqualTo("25 November 2026\u00a0– 2 December 2026");
        assertThat(new InWords(Language.QU, null).zone(Samples.LIMA)).isEqualTo("Perú suyup horan");
    }
}
