package org.tinkuy.session.schedule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgramme;
import static org.tinkuy.session.programme.ProgrammeFixtures.aProgrammeWithEveningPlenaries;
import static org.tinkuy.session.schedule.SessionFixtures.aPlenaryOn;
import static org.tinkuy.session.schedule.SessionFixtures.aWorkshopToBeAnnounced;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.speaker.SpeakerId;

class FreeSlotsTests {

    private static final Instant BEFORE = Instant.parse("2027-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 10);

    @Test
    void areNearTheDraftedTimeAndAsLong() {
        var programme = aProgramme();
        var session = planned(aPlenaryOn("2027-03-10", "18:00", "20:00"), programme);

        var slots = near(session, programme, List.of(session));

        assertThat(slots).hasSize(FreeSlots.MOST).doesNotHaveDuplicates();
        assertThat(slots.getFirst().date()).isEqualTo(DAY);
        assertThat(slots.getFirst().starts()).isIn(LocalTime.of(17, 30), LocalTime.of(18, 30));
        assertThat(slots)
                .allSatisfy(slot ->
                        assertThat(slot.ends())
                                .isEqualTo(requireNonNull(slot.starts()).plusHours(2)));
    }

    @Test
    void keepToTheHoursOfPlenariesAndLeaveOthersAlone() {
        var programme = aProgrammeWithEveningPlenaries();
        var session = planned(aPlenaryOn("2027-03-10", "18:00", "20:00"), programme);
        var other = planned(aPlenaryOn("2027-03-11", "18:00", "20:00"), programme);

        assertThat(near(session, programme, List.of(session, other)))
                .extracting(SessionTimes::date)
                .doesNotContain(DAY, DAY.plusDays(1))
                .startsWith(DAY.minusDays(1), DAY.plusDays(2));
    }

    @Test
    void wantNobodyTwiceNorAnybodyInThePast() {
        var programme = aProgramme();
        var people = new People(List.of(SpeakerId.next()), List.of());
        var session = with(people, planned(aPlenaryOn("2027-03-10", "18:00", "20:00"), programme));
        var all =
                with(
                        people,
                        planned(
                                SessionFixtures.aDraft(
                                        null,
                                        SessionKind.HUB,
                                        new SessionTimes(
                                                DAY, LocalTime.of(0, 0), LocalTime.of(23, 59))),
                                programme));

        var slots =
                FreeSlots.near(
                                session,
                                programme,
                                Others.of(programme, List.of(session, all)),
                                Instant.parse("2027-03-10T12:00:00Z"))
                        .times();

        assertThat(slots).isNotEmpty().allSatisfy(slot -> assertThat(slot.date()).isAfter(DAY));
    }

    /// From 14:00 to 13:00, or longer than the hours of plenaries.
    @Test
    void sayWhyNoOtherTimeHelps() {
        var evenings = aProgrammeWithEveningPlenaries();

        assertThat(against(aPlenaryOn("2027-03-10", "14:00", "13:00"), aProgramme()))
                .containsExactly("next-day");
        assertThat(against(aPlenaryOn("2027-03-10", "14:00", "13:00"), evenings))
                .containsExactly("outside-plenary-window", "next-day");
        assertThat(against(aPlenaryOn("2027-03-10", "18:00", "19:00"), evenings))
                .containsExactly("outside-plenary-window");
        assertThat(against(aPlenaryOn("2027-03-10", "12:00", "14:00"), evenings)).isEmpty();
    }

    private static List<String> against(SessionPlan plan, Programme programme) {
        var session = planned(plan, programme);
        var found =
                FreeSlots.near(session, programme, Others.of(programme, List.of(session)), BEFORE);
        assertThat(found.times().isEmpty()).isEqualTo(!found.against().isEmpty());
        return found.against();
    }

    @Test
    void areNoneForWhatHasNoTimeYet() {
        var programme = aProgramme();

        assertThat(near(planned(aWorkshopToBeAnnounced(), programme), programme, List.of()))
                .isEmpty();
    }

    private static List<SessionTimes> near(
            Session session, Programme programme, List<Session> others) {
        return FreeSlots.near(session, programme, Others.of(programme, others), BEFORE).times();
    }

    private static Session planned(SessionPlan plan, Programme programme) {
        return Session.planned(SessionId.next(), plan, programme);
    }

    private static Session with(People people, Session session) {
        return new Session(
                session.id(),
                session.programmeId(),
                session.plan().with(people),
                session.cancellation(),
                session.version());
    }
}
