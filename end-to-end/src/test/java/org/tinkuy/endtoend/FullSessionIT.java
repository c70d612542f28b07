package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class FullSessionIT {

    private final TinkuySystem system;
    private final Browsers browsers;

    FullSessionIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @Test
    void putsTheNextPersonOnTheWaitingListAndLetsThemInWhenASeatIsFree() {
        var session =
                system.organiser().signIn().scheduleWorkshop("One seat only", "2099-01-15", 1);
        try (var first = new Person(system, browsers, Screen.PHONE, "es");
                var second = new Person(system, browsers, Screen.DESKTOP, "en")) {
            first.registersFor(session, "first.seat@example.org", system.inbox());
            assertThat(first.page().locator(".state.confirmed")).hasCount(1);

            second.opens("/programmes/demonstration");
            second.looksAtThePage("full-session");
            second.registersFor(session, "second.seat@example.org", system.inbox());
            assertThat(second.page().locator(".state.waitlisted")).hasCount(1);
            system.inbox().await("second.seat@example.org", 2);

            first.page().locator("a[href$='/cancellation']").first().click();
            first.sendsTheForm();

            var promoted = system.inbox().awaitNewest("second.seat@example.org", 3);
            Assertions.assertThat(promoted.attachments()).hasSize(1);
            second.opens("/registrations");
            assertThat(second.page().locator(".state.confirmed")).hasCount(1);
        }
    }
}
