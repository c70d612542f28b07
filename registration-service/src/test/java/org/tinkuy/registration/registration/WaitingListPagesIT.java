package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.registration.Office.anAttendee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionId;

/// What an organiser sees of who waits: by position, which is not the order of first requests.
@RunningService
class WaitingListPagesIT {

    private static final AttendeeId ANA = anAttendee();
    private static final AttendeeId BEN = anAttendee();
    private static final AttendeeId CARO = anAttendee();
    private static final AttendeeId DINA = anAttendee();

    @Autowired BeanFactory beans;
    @Autowired RegistrationLists lists;
    private Office office;
    private SessionId session;

    /// Ana asked first, gave her place back, and waits behind all others.
    @BeforeEach
    void anaCameBack() {
        office = new Office(beans);
        session = office.aSession(1);
        var ana = office.decide(office.register(ANA, session));
        office.decide(office.register(BEN, session));
        office.decide(office.register(CARO, session));
        office.decide(office.register(DINA, session));
        office.cancel(ana, session, ANA);
        office.decide(office.register(ANA, session));
    }

    private List<Standing> page(@Nullable RegistrationId after, int limit) {
        return requireNonNull(
                Office.await(
                        lists.page(
                                        new RegistrationLists.Page(
                                                new RegistrationLists.Filter(
                                                        null,
                                                        null,
                                                        session,
                                                        "waitlisted",
                                                        List.of()),
                                                after,
                                                limit))
                                .collectList()));
    }

    private static List<AttendeeId> people(List<Standing> page) {
        return page.stream().map(one -> one.registration().place().attendee()).toList();
    }

    @Test
    void listsThemByPosition() {
        var page = page(null, 10);

        assertThat(page).extracting(Standing::position).containsExactly(1, 2, 3);
        assertThat(people(page)).containsExactly(CARO, DINA, ANA);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        var first = page(null, 2);

        assertThat(people(page(first.getLast().registration().place().id(), 2)))
                .containsExactly(ANA);
    }

    @Test
    void leavesNobodyOutWhenTheLastOneGotASeatMeanwhile() {
        var first = page(null, 1);
        office.publish(session, 2);

        assertThat(people(page(first.getLast().registration().place().id(), 10)))
                .containsExactly(DINA, ANA);
    }
}
