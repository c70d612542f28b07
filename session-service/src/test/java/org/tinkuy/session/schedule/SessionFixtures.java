package org.tinkuy.session.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.EventId;

public final class SessionFixtures {

    private SessionFixtures() {}

    public static SessionPlan aPlenaryOn(String date, String starts, String ends) {
        return aDraft(
                null,
                SessionKind.PLENARY,
                new SessionTimes(
                        LocalDate.parse(date), LocalTime.parse(starts), LocalTime.parse(ends)));
    }

    public static SessionPlan aWorkshopToBeAnnounced() {
        return aDraft(null, SessionKind.WORKSHOP, SessionTimes.TO_BE_ANNOUNCED);
    }

    public static SessionPlan aDraft(
            @Nullable EventId event, SessionKind kind, SessionTimes times) {
        return new SessionPlan(
                event, kind, null, null, null, times, null, null, null, People.NOBODY);
    }
}
