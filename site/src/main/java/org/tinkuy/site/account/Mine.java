package org.tinkuy.site.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.site.account.OwnRegistrations.Registration;
import org.tinkuy.site.calendar.CalendarOffers;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// The registrations of whoever is signed in, with what they are for.
@Component
class Mine {

    private final OwnRegistrations registrations;
    private final CalendarOffers calendars;
    private final Clock clock;

    Mine(OwnRegistrations registrations, CalendarOffers calendars, Clock clock) {
        this.registrations = registrations;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @throws SignInFirst if nobody is signed in
    Mono<List<Own>> of(Visitor visitor, Schedule schedule) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        var now = clock.instant();
        return registrations
                .all(visitor)
                .map(mine ->
                        mine.stream()
                                .map(registration -> own(registration, schedule, visitor, now))
                                .toList());
    }

    private Own own(Registration registration, Schedule schedule, Visitor visitor, Instant now) {
        var at = schedule.located(registration.sessionId()).orElse(null);
        var offered =
                at == null || registration.status().equals("cancelled")
                        ? null
                        : calendars.session(at, visitor.language(), now).orElse(null);
        return new Own(
                registration,
                at,
                at != null && at.session().isOn(now),
                at != null && at.session().isOver(now),
                offered);
    }
}
