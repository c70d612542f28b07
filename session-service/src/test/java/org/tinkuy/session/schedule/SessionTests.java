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
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.problems.FieldError;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Programme;

class SessionTests {

    private static final String WINDOW = "outside-plenary-window";
    private static final String OVERLAP = "overlapping-plenaries";
    private static final SessionId ID = SessionId.next();
    private static final Insistence INSISTS =
            new Insistence(Map.of(), new Exemption("The minister arrives early."), Set.of());
    private static final Instant BEFORE = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void refusesAPlenaryOutsideTheProgrammesWindow() {
        assertThatThrownBy(() ->
                        Session.schedule(
                                        ID,
                                        aPlenaryOn("2026-11-25", "09:00", "11:00"),
                                        aProgrammeWithEveningPlenaries(),
                                        Others.of(aProgrammeWithEveningPlenaries(), List.of()),
                                        Insistence.NONE,
                                        BEFORE)
                                .session())
                .satisfies(refusal -> assertThat(codes(refusal)).containsExactly(WINDOW))
                .hasMessageContaining("between 18:00 and 20:00, and each lasts 2 hours");
    }

    @Test
    void schedulesAPlenaryOutsideTheWindowWhenTheOrganiserInsists() {
        var session =
                Session.schedule(
                                ID,
                                aPlenaryOn("2026-11-25", "09:00", "11:00"),
                                aProgrammeWithEveningPlenaries(),
                                Others.of(aProgrammeWithEveningPlenaries(), List.of()),
                                INSISTS,
                                BEFORE)
                        .session();

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
                                        Others.of(aProgrammeWithEveningPlenaries(), List.of()),
                                        Insistence.NONE,
                                        BEFORE)
                                .session())
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
                                        Others.of(aProgramme(anEvent("apurimac")), List.of()),
                                        INSISTS,
                                        BEFORE)
                                .session())
                .isInstanceOf(SchedulingRefused.UnknownEvent.class);
    }

    @Test
    void livesInTheNearestZone() {
        var bamako = anEventIn("bamako", ZoneId.of("Africa/Bamako"));
        var programme = aProgramme(bamako, anEvent("cusco"));
        var times = aPlenaryOn("2026-11-25", "18:00", "20:00").times();

        var here =
                Session.schedule(
                                ID,
                                aDraft(null, SessionKind.HUB, times),
                                programme,
                                Others.of(programme, List.of()),
                                Insistence.NONE,
                                BEFORE)
                        .session();
        var there =
                Session.schedule(
                                ID,
                                aDraft(bamako.id(), SessionKind.HUB, times),
                                programme,
                                Others.of(programme, List.of()),
                                Insistence.NONE,
                                BEFORE)
                        .session();

        assertThat(SessionPublished.of(here, programme).timeZone()).isEqualTo("America/Lima");
        assertThat(SessionPublished.of(there, programme).startsAt())
                .isEqualTo("2026-11-25T18:00:00Z");
    }

    @Test
    void takesPlaceAndAdmissionFromItsProgramme() {
        var programme =
                aProgrammeUnder(
                        new Policies(Admission.INVITATION, null, null, null, null, null),
                        "Puerto Maldonado");

        var published =
                SessionPublished.of(
                        Session.schedule(
                                        ID,
                                        aWorkshopToBeAnnounced(),
                                        programme,
                                        Others.of(programme, List.of()),
                                        Insistence.NONE,
                                        BEFORE)
                                .session(),
                        programme);

        assertThat(published.place()).isEqualTo("Puerto Maldonado");
        assertThat(published.admission()).isEqualTo("invitation");
        assertThat(published.capacity()).isNull();
        assertThat(published.startsAt()).isNull();
    }

    @Test
    void countsItsVersionsWithEveryChange() {
        var session =
                Session.schedule(
                                ID,
                                aWorkshopToBeAnnounced(),
                                aProgramme(),
                                Others.of(aProgramme(), List.of()),
                                Insistence.NONE,
                                BEFORE)
                        .session();

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
                                ID,
                                aPlenaryOn("2026-11-25", "18:00", "20:00"),
                                programme,
                                Others.of(programme, List.of()),
                                Insistence.NONE,
                                BEFORE)
                        .session();

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
                                        Others.of(programme, List.of(lima)),
                                        Insistence.NONE,
                                        BEFORE)
                                .session())
                .isNotNull();
        assertThatThrownBy(() ->
                        Session.schedule(
                                        SessionId.next(),
                                        aDraft(bamako.id(), SessionKind.PLENARY, sameMomentThere),
                                        programme,
                                        Others.of(programme, List.of(lima)),
                                        Insistence.NONE,
                                        BEFORE)
                                .session())
                .isInstanceOfSatisfying(
                        SchedulingRefused.class,
                        refusal ->
                                assertThat(refusal.details())
                                        .containsEntry("sessionIds", List.of(lima.id().value())));
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
                                        Others.of(programme, List.of(evening)),
                                        Insistence.NONE,
                                        BEFORE)
                                .session();

        assertThat(catchThrowable(scheduling) != null).isEqualTo(overlaps);
    }

    @Test
    void movesUnderTheSameRulesAsItWasScheduled() {
        var programme = aProgrammeWithEveningPlenaries();
        var first = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);
        var second = schedule(aPlenaryOn("2026-11-26", "18:00", "20:00"), programme);

        assertThat(objections(first, "2026-11-25", "09:00", "11:00", Insistence.NONE))
                .containsExactly(WINDOW);
        assertThatThrownBy(() ->
                        first.movedTo(
                                new Session.Move(second.times(), null, null),
                                programme,
                                Others.of(programme, List.of(first, second)),
                                Insistence.NONE,
                                BEFORE))
                .satisfies(refusal -> assertThat(codes(refusal)).containsExactly(OVERLAP));

        var moved = move(first, "2026-11-25", "09:00", "11:00", INSISTS);
        assertThat(moved.session().version()).isEqualTo(2);
        assertThat(moved.reasons()).containsOnlyKeys(SchedulingRule.OUTSIDE_PLENARY_WINDOW);
        var session = moved.session();
        var elsewhere = new Session.Move(session.times(), null, "Huancavelica");
        assertThat(
                        session.movedTo(
                                elsewhere,
                                programme,
                                Others.of(programme, List.of(session)),
                                Insistence.NONE,
                                BEFORE))
                .as("times that stay need no reason again")
                .satisfies(allowed -> assertThat(allowed.reasons()).isEmpty());
        assertThat(SessionPublished.of(moved.session(), programme).startsAt())
                .isEqualTo("2026-11-25T14:00:00Z");
    }

    @Test
    void namesEveryRuleAtOnceAndWantsAReasonForEach() {
        var programme = aProgrammeWithEveningPlenaries();
        var first = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);
        var other =
                Session.schedule(
                                SessionId.next(),
                                aPlenaryOn("2026-11-26", "09:00", "11:00"),
                                programme,
                                Others.of(programme, List.of()),
                                INSISTS,
                                BEFORE)
                        .session();
        var toTheOther = new Session.Move(times("2026-11-26", "10:00", "12:00"), null, null);
        var fog = new Exemption("Fog");
        var halls = new Exemption("Two halls");
        var both =
                Map.of(
                        SchedulingRule.OUTSIDE_PLENARY_WINDOW, fog,
                        SchedulingRule.OVERLAPPING_PLENARIES, halls);

        assertThat(refused(first, toTheOther, other, Insistence.NONE))
                .containsExactly(WINDOW, OVERLAP);
        assertThat(refused(first, toTheOther, other, INSISTS)).containsExactly(WINDOW, OVERLAP);
        assertThat(
                        refused(
                                first,
                                toTheOther,
                                other,
                                new Insistence(
                                        Map.of(SchedulingRule.OUTSIDE_PLENARY_WINDOW, fog),
                                        null,
                                        Set.of())))
                .containsExactly(OVERLAP);
        assertThat(
                        first.movedTo(
                                        toTheOther,
                                        programme,
                                        Others.of(programme, List.of(first, other)),
                                        new Insistence(both, null, Set.of()),
                                        BEFORE)
                                .reasons())
                .isEqualTo(both);
    }

    @Test
    void asksBeforeItIsInThePastHoweverTheOrganiserInsists() {
        var first =
                schedule(
                        aPlenaryOn("2026-11-25", "18:00", "20:00"),
                        aProgrammeWithEveningPlenaries());

        assertThat(objections(first, "2026-11-19", "18:00", "20:00", INSISTS))
                .containsExactly("past");
        assertThat(objections(first, "2026-11-19", null, null, INSISTS)).containsExactly("past");
        assertThat(objections(first, "2026-11-20", null, null, INSISTS)).isEmpty();
        assertThat(objections(first, "2026-11-19", "18:00", "20:00", meant(Doubt.PAST))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14:00, 13:00, true",
        "18:00, 08:00, true",
        "18:00, 06:00, true",
        "22:00, 02:00, false",
        "23:40, 00:40, false",
        "08:00, 22:00, false"
    })
    void asksWhetherItEndsOnTheNextDayWhereItWouldLastVeryLong(
            String starts, String ends, boolean asks) {
        var workshop = schedule(aWorkshopToBeAnnounced(), aProgramme());

        assertThat(objections(workshop, "2026-11-25", starts, ends, Insistence.NONE))
                .isEqualTo(asks ? List.of("next-day") : List.of());
        assertThat(objections(workshop, "2026-11-25", starts, ends, meant(Doubt.NEXT_DAY)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "America/Santiago, 2027-09-05, 00:15, 01:30, skipped-time",
        "America/Santiago, 2027-09-04, 22:00, 00:15, skipped-time",
        "Europe/Berlin, 2027-03-28, 02:30, 04:00, skipped-time",
        "Europe/Berlin, 2027-10-31, 02:30, 04:00, twice",
        "Europe/Berlin, 2027-10-31, 00:30, 02:15, twice",
        "America/Santiago, 2027-04-03, 23:30, 23:45, twice twice",
        "America/Santiago, 2027-09-05, 01:00, 02:30, ''",
        "America/Lima, 2027-09-05, 00:15, 01:30, ''"
    })
    void refusesATimeThatIsSkippedAndAsksAboutOneThatComesTwice(
            ZoneId zone, String date, String starts, String ends, String expected) {
        var session = schedule(aWorkshopToBeAnnounced(), aProgramme());
        var move = new Session.Move(times(date, starts, ends), zone, null);

        assertThat(String.join(" ", refused(session, move, session, Insistence.NONE)))
                .isEqualTo(expected);
        assertThat(String.join(" ", refused(session, move, session, meant(Doubt.TWICE))))
                .isEqualTo(expected.startsWith("twice") ? "" : expected);
    }

    @Test
    void saysNothingOfTimesThatStayAsTheyWere() {
        var programme = aProgrammeWithEveningPlenaries();
        var over =
                Session.schedule(
                                ID,
                                aPlenaryOn("2026-11-10", "18:00", "20:00"),
                                programme,
                                Others.of(programme, List.of()),
                                Insistence.ALL_IS_MEANT,
                                BEFORE)
                        .session();

        var moved =
                over.movedTo(
                        new Session.Move(over.times(), null, "Cusco"),
                        programme,
                        Others.of(programme, List.of(over)),
                        Insistence.NONE,
                        BEFORE);

        assertThat(moved.session().place()).isEqualTo("Cusco");
        assertThat(objections(over, "2026-11-10", "18:00", "20:00", Insistence.NONE)).isEmpty();
    }

    @Test
    void givesUpThePlaceThatAMoveDoesNotState() {
        var programme = aProgramme();
        var session = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);
        var inCusco = session.at(new Session.Move(session.times(), null, "Cusco"));

        var nowhere = new Session.Move(session.times(), null, null);

        assertThat(inCusco.isAt(nowhere)).isFalse();
        assertThat(inCusco.at(nowhere).place()).isNull();
    }

    @Test
    void isCancelledOnceAndNotMovedAfterwards() {
        var programme = aProgramme();
        var session = schedule(aPlenaryOn("2026-11-25", "18:00", "20:00"), programme);

        var cancelled = session.cancelled(null, BEFORE);

        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(cancelled.cancelled(null, BEFORE.plusSeconds(60))).isSameAs(cancelled);
        assertThat(cancelled.liesAhead(programme, BEFORE)).isFalse();
        assertThatThrownBy(() -> move(cancelled, "2026-11-26", "18:00", "20:00", INSISTS))
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
                                        Others.of(programme, List.of(cancelled)),
                                        Insistence.NONE,
                                        BEFORE)
                                .session())
                .isNotNull();
    }

    private static Session schedule(SessionPlan draft, Programme programme) {
        return Session.schedule(
                        SessionId.next(),
                        draft,
                        programme,
                        Others.of(programme, List.of()),
                        Insistence.NONE,
                        BEFORE)
                .session();
    }

    private static SessionTimes times(String date, @Nullable String starts, @Nullable String ends) {
        return new SessionTimes(
                LocalDate.parse(date),
                starts == null ? null : LocalTime.parse(starts),
                ends == null ? null : LocalTime.parse(ends));
    }

    private static Insistence meant(Doubt doubt) {
        return new Insistence(Map.of(), null, Set.of(doubt));
    }

    private static Session.Allowed move(
            Session session,
            String date,
            @Nullable String starts,
            @Nullable String ends,
            Insistence insistence) {
        return session.movedTo(
                new Session.Move(times(date, starts, ends), null, null),
                aProgrammeWithEveningPlenaries(),
                Others.of(aProgrammeWithEveningPlenaries(), List.of(session)),
                insistence,
                BEFORE);
    }

    private static List<String> objections(
            Session session,
            String date,
            @Nullable String starts,
            @Nullable String ends,
            Insistence insistence) {
        return codes(catchThrowable(() -> move(session, date, starts, ends, insistence)));
    }

    private static List<String> refused(
            Session session, Session.Move move, Session other, Insistence insistence) {
        return codes(
                catchThrowable(() ->
                        session.movedTo(
                                move,
                                aProgrammeWithEveningPlenaries(),
                                Others.of(
                                        aProgrammeWithEveningPlenaries(), List.of(session, other)),
                                insistence,
                                BEFORE)));
    }

    private static List<String> codes(@Nullable Throwable refusal) {
        return refusal instanceof SchedulingRefused refused
                ? refused.errors().stream().map(FieldError::code).toList()
                : List.of();
    }
}
