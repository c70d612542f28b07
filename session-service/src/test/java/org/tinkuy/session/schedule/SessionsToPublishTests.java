package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeTravelledIn;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeWithEveningPlenaries;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEvent;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEventIn;
import static org.tinkuy.session.schedule.SessionFixtures.aDraft;
import static org.tinkuy.session.schedule.SessionFixtures.aPlenaryOn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Setting;
import org.tinkuy.session.speaker.SpeakerId;

/// Published sessions of which nobody drafted anything, beside another programme or event.
class SessionsToPublishTests {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final Instant BEFORE = Instant.parse("2026-11-20T12:00:00Z");

    /// 18:00 in Lima is 23:00 UTC, and in Madrid 17:00 UTC.
    private static final Instant BETWEEN = Instant.parse("2026-11-25T20:00:00Z");

    private static final SessionTimes EVENING = aPlenaryOn("2026-11-25", "18:00", "20:00").times();

    @Test
    void asksAboutWhatWouldHaveBegunInTheOtherZone() {
        var programme = aProgramme();
        var session = published(aDraft(null, SessionKind.WORKSHOP, EVENING), programme);

        assertThat(against(programme, in(MADRID, programme), BETWEEN, session, session))
                .containsExactly("past");
        assertThat(against(programme, programme, BETWEEN, session, session)).isEmpty();
        assertThat(against(programme, in(MADRID, programme), BEFORE, session, session)).isEmpty();
    }

    @Test
    void asksNothingAboutWhatBeginsAsItDid() {
        var programme = aProgramme();
        var session = published(aDraft(null, SessionKind.WORKSHOP, EVENING), programme);
        var over = Instant.parse("2026-11-26T12:00:00Z");

        assertThat(
                        against(
                                programme,
                                in(ZoneId.of("America/Bogota"), programme),
                                over,
                                session,
                                session))
                .isEmpty();
    }

    @Test
    void looksAtTheZoneOfTheEvent() {
        var event = anEvent("apurimac");
        var programme = aProgramme(event);
        var session = published(aDraft(event.id(), SessionKind.WORKSHOP, EVENING), programme);

        assertThat(against(programme, programme.with(in(MADRID, event)), BETWEEN, session, session))
                .containsExactly("past");
        assertThat(against(programme, in(MADRID, programme), BETWEEN, session, session))
                .containsExactly("past");
    }

    @Test
    void refusesAnHourThatTheOtherZoneSkipsAndAsksAboutOneThatComesTwice() {
        var programme = aProgramme();
        var skipped = published(workshop("2027-09-05", "00:15", "01:30"), programme);
        var twice = published(workshop("2027-04-03", "23:15", "23:45"), programme);
        var after = in(SANTIAGO, programme);

        assertThat(against(programme, after, BEFORE, skipped, skipped, twice))
                .containsExactly("skipped-time");
        assertThat(against(programme, after, BEFORE, twice, skipped, twice))
                .containsExactly("twice", "twice");
    }

    @Test
    void findsPlenariesThatOverlapSince() {
        var event = anEvent("apurimac");
        var programme = aProgrammeWithEveningPlenaries(event);
        var moves = published(aDraft(event.id(), SessionKind.PLENARY, EVENING), programme);
        var stays =
                published(
                        aDraft(null, SessionKind.PLENARY, EVENING).at(EVENING, MADRID, null),
                        programme);
        var after = programme.with(in(MADRID, event));

        assertThat(against(programme, after, BEFORE, moves, moves, stays))
                .containsExactly("overlapping-plenaries");
        assertThat(against(programme, after, BEFORE, stays, moves, stays)).isEmpty();
    }

    /// It is told by whoever stated it that nobody gets from the one place to the other.
    @Test
    void findsWhoCannotGetToWhereTheProgrammeIsNow() {
        var programme = aProgrammeTravelledIn(Duration.ofHours(2));
        var ana = new People(List.of(SpeakerId.next()), List.of());
        var inherits = published(aDraft(null, SessionKind.WORKSHOP, EVENING).with(ana), programme);
        var abancay =
                published(
                        workshop("2026-11-25", "20:30", "21:00")
                                .at(times("2026-11-25", "20:30", "21:00"), null, "Abancay")
                                .with(ana),
                        programme);

        assertThat(against(programme, at("Lima", programme), BEFORE, inherits, inherits, abancay))
                .containsExactly("speaker-elsewhere");
        assertThat(against(programme, programme, BEFORE, inherits, inherits, abancay)).isEmpty();
    }

    @Test
    void asksNothingAboutWhatDoesNotTakePlace() {
        var programme = aProgramme();
        var session =
                published(aDraft(null, SessionKind.WORKSHOP, EVENING), programme)
                        .cancelled(null, BEFORE);

        assertThat(against(programme, in(MADRID, programme), BETWEEN, session, session)).isEmpty();
    }

    private static List<String> against(
            Programme before, Programme after, Instant now, Session session, Session... all) {
        var pending = Arrays.stream(all).map(one -> new PendingSession(one, one, 0)).toList();
        var sessions = new SessionsToPublish(after, before, pending, List.of());
        return sessions
                .objectionsTo(new PendingSession(session, session, 0), sessions.others(), now)
                .all()
                .stream()
                .map(objection -> objection.error().code())
                .toList();
    }

    private static SessionPlan workshop(String date, String starts, String ends) {
        return aDraft(null, SessionKind.WORKSHOP, times(date, starts, ends));
    }

    private static SessionTimes times(String date, String starts, String ends) {
        return new SessionTimes(
                LocalDate.parse(date), LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private static Session published(SessionPlan plan, Programme programme) {
        return Session.planned(SessionId.next(), plan, programme);
    }

    private static Programme in(ZoneId zone, Programme programme) {
        return stating(zone, programme.setting().place(), programme);
    }

    private static Programme at(String place, Programme programme) {
        return stating(programme.setting().timeZone(), place, programme);
    }

    private static Programme stating(ZoneId zone, @Nullable String place, Programme programme) {
        return programme.stating(
                programme.profile(),
                new Setting(zone, programme.setting().mode(), place, null, null, null, null),
                programme.policies());
    }

    private static Event in(ZoneId zone, Event event) {
        return anEventIn(event.id(), event.slug(), zone);
    }
}
