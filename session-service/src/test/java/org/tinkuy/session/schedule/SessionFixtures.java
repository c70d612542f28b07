package org.tinkuy.session.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.EventId;

public final class SessionFixtures {

    private SessionFixtures() {}

    public static Session.Draft aPlenaryOn(String date, String starts, String ends) {
        return aDraft(
                null,
                SessionKind.PLENARY,
                new SessionTimes(
                        LocalDate.parse(date), LocalTime.parse(starts), LocalTime.parse(ends)));
    }

    public static Session.Draft aWorkshopToBeAnnounced() {
        return aDraft(null, SessionKind.WORKSHOP, SessionTimes.TO_BE_ANNOUNCED);
    }

    public static Session.Draft aDraft(
            @Nullable EventId event, SessionKind kind, SessionTimes times) {
        return new Session.Draft(event, kind, null, null, times, null, null, null);
    }
}
