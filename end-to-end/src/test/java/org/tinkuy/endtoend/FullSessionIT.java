package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class FullSessionIT {

    private final TinkuySystem system;
    private final Browsers browsers;

    FullSessionIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "FIREFOX_DESKTOP"})
    void putsTheNextPersonOnTheWaitingListAndLetsThemInWhenASeatIsFree(Screen screen) {
        var name = screen.name().toLowerCase(Locale.ROOT);
        var firstAddress = "first.seat." + name + "@example.org";
        var secondAddress = "second.seat." + name + "@example.org";
        var session =
                system.organiser().signIn().scheduleWorkshop("One seat only", "2099-01-15", 1);
        try (var first = new Person(system, browsers, Screen.PHONE, "es");
                var second = new Person(system, browsers, screen, "en")) {
            first.registersFor(session, firstAddress, system.inbox());
            assertThat(first.page().locator(".state.confirmed")).hasCount(1);

            second.opens("/programmes/demonstration");
            second.looksAtThePage("full-session");
            second.registersFor(session, secondAddress, system.inbox());
            assertThat(second.page().locator(".state.waitlisted")).hasCount(1);
            system.inbox().await(secondAddress, 2);

            first.page().locator("a[href$='/cancellation']").first().click();
            first.sendsTheForm();

            var promoted = system.inbox().awaitNewest(secondAddress, 3);
            Assertions.assertThat(promoted.attachments()).hasSize(1);
            second.opens("/registrations");
            assertThat(second.page().locator(".state.confirmed")).hasCount(1);
        }
    }
}
