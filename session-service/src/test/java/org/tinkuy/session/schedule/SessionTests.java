package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeUnder;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeWithEveningPlenaries;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEvent;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEventIn;
import static org.tinkuy.session.schedule.SessionFixtures.aDraft;
import static org.tinkuy.session.schedule.SessionFixtures.aPlenaryOn;
import static org.tinkuy.session.schedule.SessionFixtures.aWorkshopToBeAnnounced;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Programme;

class SessionTests {

    private static final SessionId ID = SessionId.next();
    private static final Exemption INSISTS = new Exemption("The minister arrives early.");
    private static final Instant BEFORE = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void refusesAPlenaryOutsideTheProgrammesWindow() {
        assertThatThrownBy(() ->
                        Session.schedule(
                                ID,
                                aPlenaryOn("2026-11-25", "09:00", "11:00"),
                                aProgrammeWithEveningPlenaries(),
                                List.of(),
                                null))
                .isInstanceOf(SchedulingRefused.OutsidePlenaryWindow.class)
                .hasMessageContaining("18:00");
    }

    @Test
    void schedulesAPlenaryOutsideTheWindowWhenTheOrganiserInsists() {
        var session =
                Session.schedule(
                        ID,
                        aPlenaryOn("2026-11-25", "09:00", "11:00"),
                        aProgrammeWithEveningPlenaries(),
                        List.of(),
                        INSISTS);

        assertThat(session.version()).isEqualTo(1);
    }

    @Test
    void keepsTheWindowForPlenariesOnly() {
        var morning = aPlenaryOn("2026-11-25", "09:00", "11:00").times();

        assertThat(
                        Session.schedule(
                                ID,
                                aDraft(null, SessionKind.WORKSHOP, morning),
                                aProgrammeWithEveningPlenaries(),
                                List.of(),
                                null))
                .isNotNull();
    }

    @Test
    void refusesAnEventOfAnotherProgramme() {
        assertThatThrownBy(() ->
                        Session.schedule(
                                ID,
                                aDraft(
                                        EventId.next(),
                                        SessionKind.HUB,
                                        SessionTimes.TO_BE_ANNOUNCED),
                                aProgramme(anEvent("apurimac")),
                                List.of(),
                                INSISTS))
                .isInstanceOf(SchedulingRefused.UnknownEvent.class);
    }

    @Test
    void livesInTheNearestZone() {
        var bamako = anEventIn("bamako", ZoneId.of("Africa/Bamako"));
        var programme = aProgramme(bamako, anEvent("cusco"));
        var times = aPlenaryOn("2026-11-25", "18:00", "20:00").times();

        var here =
                Session.schedule(
                        ID, aDraft(null, SessionKind.HUB, times), programme, List.of(), null);
        var there =
                Session.schedule(
                        ID,
                        aDraft(bamako.id(), SessionKind.HUB, times),
                        programme,
                        List.of(),
                        null);

        assertThat(SessionPublished.of(here, programme).timeZone()).isEqualTo("America/Lima");
        assertThat(SessionPublished.of(there, programme).startsAt())
                .isEqualTo("2026-11-25T18:00:00Z");
    }

    @Test
    void takesPlaceAndAdmissionFromItsProgramme() {
        var programme =
                aProgrammeUnder(
                        new Policies(Admission.INVITATION, null, null, null, null),
                        "Puerto Maldonado");

        var published =
                SessionPublished.of(
                        Session.schedule(ID, aWorkshopToBeAnnounced(), programme, List.of(), null),
                        programme);

        assertThat(published.place()).isEqualTo("Puerto Maldonado");
        assertThat(published.admission()).isEqualTo("invitation");
        assertThat(published.capacity()).isNull();
        assertThat(published.startsAt()).isNull();
    }

    @Test
    void countsItsVersionsWithEveryChange() {
        var session = Session.schedule(ID, aWorkshopToBeAnnounced(), aProgramme(), List.of(), null);

        var limited = session.limitedTo(new Capacity(25));

        assertThat(limited.version()).isEqualTo(2);
        assertThat(limited.limitedTo(null).capacity()).isNull();
        assertThat(limited.withdraw().version()).isEqualTo(3);
    }

    @Test
    void liesAheadUntilItStarts() {
        var programme = aProgramme();
        var session =
                Session.schedule(
                        ID, aPlenaryOn("2026-11-25", "18:00", "20:00"), programme, List.of(), null);

        assertThat(session.liesAhead(programme, Instant.parse("2026-11-25T22:59:59Z"))).isTrue();
        assertThat(session.liesAhead(programme, Instant.parse("2026-11-25T23:00:00Z"))).isFalse();
    }

    @Test
    void refusesAPlenaryThatOverlapsAnotherOfTheProgrammeInAnyTimeZone() {
        var bamako = anEventIn("bamako", ZoneId.of("Africa/Bamako"));
        var programme = aProgramme(bamako);
        var lima = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);
        var sameHoursThere = aPlenaryOn("2026-11-25", "18:00", "20:00").times();
        var sameMomentThere = aPlenaryOn("2026-11-26", "00:30", "02:00").times();

        assertThat(
                        Session.schedule(
                                SessionId.next(),
                                aDraft(bamako.id(), SessionKind.PLENARY, sameHoursThere),
                                programme,
                                List.of(lima),
                                null))
                .isNotNull();
        assertThatThrownBy(() ->
                        Session.schedule(
                                SessionId.next(),
                                aDraft(bamako.id(), SessionKind.PLENARY, sameMomentThere),
                                programme,
                                List.of(lima),
                                null))
                .isInstanceOfSatisfying(
                        SchedulingRefused.OverlappingPlenaries.class,
                        refusal -> assertThat(refusal.others()).containsExactly(lima.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "18:00, 20:00, true",
        "17:00, 18:01, true",
        "19:59, 21:00, true",
        "18:30, 19:00, true",
        "17:00, 21:00, true",
        "17:00, 18:00, false",
        "20:00, 21:00, false",
        "18:00, , true",
        "19:59, , true",
        "20:00, , false"
    })
    void knowsWhichPlenariesOverlap(String starts, @Nullable String ends, boolean overlaps) {
        var programme = aProgramme();
        var evening = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);
        var times =
                new SessionTimes(
                        LocalDate.parse("2026-11-25"),
                        LocalTime.parse(starts),
                        ends == null ? null : LocalTime.parse(ends));
        ThrowingCallable scheduling =
                () ->
                        Session.schedule(
                                SessionId.next(),
                                aDraft(null, SessionKind.PLENARY, times),
                                programme,
                                List.of(evening),
                                null);

        assertThat(catchThrowable(scheduling) != null).isEqualTo(overlaps);
    }

    @Test
    void movesUnderTheSameRulesAsItWasScheduled() {
        var programme = aProgrammeWithEveningPlenaries();
        var first = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);
        var second = schedule(aPlenaryOn("2026-11-26", "18:00", "20:00"), programme);

        assertThatThrownBy(() -> move(first, "2026-11-25", "09:00", programme, null))
                .isInstanceOf(SchedulingRefused.OutsidePlenaryWindow.class);
        assertThatThrownBy(() ->
                        first.movedTo(
                                new Session.Move(second.times(), null, null),
                                programme,
                                List.of(first, second),
                                null,
                                BEFORE))
                .isInstanceOf(SchedulingRefused.OverlappingPlenaries.class);
        assertThatThrownBy(() -> move(first, "2026-11-19", "18:00", programme, INSISTS))
                .isInstanceOf(SchedulingRefused.InThePast.class);

        var moved = move(first, "2026-11-25", "09:00", programme, INSISTS);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(SessionPublished.of(moved, programme).startsAt())
                .isEqualTo("2026-11-25T14:00:00Z");
    }

    @Test
    void isCancelledOnceAndNotMovedAfterwards() {
        var programme = aProgramme();
        var session = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);

        var cancelled = session.cancelled(null, BEFORE);

        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(cancelled.cancelled(null, BEFORE.plusSeconds(60))).isSameAs(cancelled);
        assertThat(cancelled.liesAhead(programme, BEFORE)).isFalse();
        assertThatThrownBy(() -> move(cancelled, "2026-11-26", "18:00", programme, INSISTS))
                .isInstanceOf(SchedulingRefused.Cancelled.class);
    }

    @Test
    void makesRoomWhenItIsCancelled() {
        var programme = aProgramme();
        var cancelled =
                schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme)
                        .cancelled(null, BEFORE);

        assertThat(
                        Session.schedule(
                                SessionId.next(),
                                aPlenaryOn("2026-11-25", "18:00", "20:00"),
                                programme,
                                List.of(cancelled),
                                null))
                .isNotNull();
    }

    private static Session schedule(Session.Plan draft, Programme programme) {
        return Session.schedule(SessionId.next(), draft, programme, List.of(), null);
    }

    private static Session move(
            Session session,
            String date,
            String starts,
            Programme programme,
            @Nullable Exemption exemption) {
        var start = LocalTime.parse(starts);
        return session.movedTo(
                new Session.Move(
                        new SessionTimes(LocalDate.parse(date), start, start.plusHours(2)),
                        null,
                        null),
                programme,
                List.of(session),
                exemption,
                BEFORE);
    }
}
