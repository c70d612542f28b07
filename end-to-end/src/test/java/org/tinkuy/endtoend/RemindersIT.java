package org.tinkuy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class RemindersIT {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    private final TinkuySystem system;
    private final Browsers browsers;

    RemindersIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @AfterEach
    void backToNow() {
        system.moveClock(Duration.ZERO);
    }

    @Test
    void remindsADayAnHourAndTenMinutesBeforeAndOnlyWhoStillComes() {
        var starts =
                LocalDateTime.ofInstant(system.now().plus(Duration.ofHours(30)), LIMA)
                        .truncatedTo(ChronoUnit.HOURS);
        var untilStart = Duration.between(system.now(), starts.atZone(LIMA).toInstant());
        var session = system.organiser().signIn().scheduleWorkshop("Early birds", starts, 5);
        var comes = "comes@example.org";
        var cancels = "cancels@example.org";
        var late = "late@example.org";
        try (var first = new Person(system, browsers, Screen.PHONE, "es");
                var second = new Person(system, browsers, Screen.DESKTOP, "en");
                var third = new Person(system, browsers, Screen.DESKTOP, "en")) {
            first.registersFor(session, comes, system.inbox());
            second.registersFor(session, cancels, system.inbox());
            system.inbox().await(comes, 2);
            second.page().locator("a[href$='/cancellation']").first().click();
            second.sendsTheForm();
            system.inbox().await(cancels, 3);

            // A day before, whatever the spreading over minutes: half an hour later all are sent.
            system.moveClock(untilStart.minus(Duration.ofHours(23).plusMinutes(30)));
            var dayBefore = system.inbox().awaitNewest(comes, 3);
            assertThat(dayBefore.text()).contains(starts.toLocalTime().toString(), "Early birds");

            third.registersFor(session, late, system.inbox());
            system.inbox().await(late, 2);
            system.moveClock(untilStart.minus(Duration.ofMinutes(40)));
            system.inbox().await(comes, 4);
            system.inbox().await(late, 3);

            system.moveClock(untilStart.minus(Duration.ofMinutes(8)));
            system.inbox().await(comes, 5);
            system.inbox().await(late, 4);
        }
        system.moveClock(untilStart.plus(Duration.ofMinutes(5)));
        assertThat(system.inbox().of(comes)).hasSize(5);
        assertThat(system.inbox().of(late)).hasSize(4);
        assertThat(system.inbox().of(cancels)).as("no reminder after cancelling").hasSize(3);
    }
}
