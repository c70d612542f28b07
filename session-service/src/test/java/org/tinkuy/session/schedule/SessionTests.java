package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeUnder;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeWithEveningPlenaries;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEvent;
import static org.tinkuy.session.programme.ProgrammeFixtures.anEventIn;
import static org.tinkuy.session.schedule.SessionFixtures.aDraft;
import static org.tinkuy.session.schedule.SessionFixtures.aPlenaryOn;
import static org.tinkuy.session.schedule.SessionFixtures.aWorkshopToBeAnnounced;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Policies;

class SessionTests {

    private static final SessionId ID = SessionId.next();

    @Test
    void refusesAPlenaryOutsideTheProgrammesWindow() {
        assertThatThrownBy(() ->
                        Session.schedule(
                                ID,
                                aPlenaryOn("2026-11-25", "09:00", "11:00"),
                                aProgrammeWithEveningPlenaries(),
                                false))
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
                        true);

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
                                false))
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
                                true))
                .isInstanceOf(SchedulingRefused.UnknownEvent.class);
    }

    @Test
    void livesInTheNearestZone() {
        var bamako = anEventIn("bamako", ZoneId.of("Africa/Bamako"));
        var programme = aProgramme(bamako, anEvent("cusco"));
        var times = aPlenaryOn("2026-11-25", "18:00", "20:00").times();

        var here = Session.schedule(ID, aDraft(null, SessionKind.HUB, times), programme, false);
        var there =
                Session.schedule(ID, aDraft(bamako.id(), SessionKind.HUB, times), programme, false);

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
                        Session.schedule(ID, aWorkshopToBeAnnounced(), programme, false),
                        programme);

        assertThat(published.place()).isEqualTo("Puerto Maldonado");
        assertThat(published.admission()).isEqualTo("invitation");
        assertThat(published.capacity()).isNull();
        assertThat(published.startsAt()).isNull();
    }

    @Test
    void countsItsVersionsWithEveryChange() {
        var session = Session.schedule(ID, aWorkshopToBeAnnounced(), aProgramme(), false);

        var limited = session.limitedTo(new Capacity(25));

        assertThat(limited.version()).isEqualTo(2);
        assertThat(limited.limitedTo(null).capacity()).isNull();
        assertThat(limited.withdraw().version()).isEqualTo(3);
    }

    @Test
    void liesAheadUntilItStarts() {
        var programme = aProgramme();
        var session =
                Session.schedule(ID, aPlenaryOn("2026-11-25", "18:00", "20:00"), programme, false);

        assertThat(session.liesAhead(programme, Instant.parse("2026-11-25T22:59:59Z"))).isTrue();
        assertThat(session.liesAhead(programme, Instant.parse("2026-11-25T23:00:00Z"))).isFalse();
    }
}
