package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class DeliveriesIT {

    private final TinkuySystem system;
    private final Browsers browsers;

    DeliveriesIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @AfterEach
    void mailFlowsAgain() {
        system.inbox().acceptsAgain();
    }

    @Test
    void showsWhatTheMailServerRefusedAndTriesAgainOnRequest() {
        var organiserApi = system.organiser().signIn();
        var session = organiserApi.scheduleWorkshop("Refused mail", "2099-05-15", 5);
        var address = "refused@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "es");
                var organiser = new Person(system, browsers, Screen.DESKTOP, "en")) {
            organiser.signsIn(TinkuySystem.ORGANISER, system.inbox());
            person.asksFor(session, address);
            var code = system.inbox().awaitNewest(address, 1).code();

            system.inbox().refuses(550);
            person.typesTheCode(code);
            assertThat(person.page().locator(".state.confirmed")).hasCount(1);

            var row = organiser.page().locator("tbody tr");
            var deliveries =
                    "/organiser/deliveries?state=failed&programme="
                            + organiserApi.programme("demonstration").path("id").asString();
            var refused = row.filter(new Locator.FilterOptions().setHasText(address));
            Await.until(
                    "the refusal to be shown",
                    Duration.ofSeconds(60),
                    () -> {
                        organiser.opens(deliveries);
                        return refused.count() == 1;
                    });
            assertThat(refused).containsText("550");
            organiser.looksAtThePage("deliveries");

            system.inbox().acceptsAgain();
            refused.locator("button").click();

            assertThat(organiser.page().locator("[role=status]")).hasCount(1);
            assertThat(system.inbox().awaitNewest(address, 2).attachments()).hasSize(1);
            organiser.opens(deliveries);
            assertThat(refused).hasCount(0);
        }
        assertThat(system.inbox().of(address)).hasSize(2);
    }

    @Test
    void keepsWhatABusyMailServerPutsOffAndSendsItOnce() {
        var session = system.organiser().signIn().scheduleWorkshop("Busy mail", "2099-05-16", 5);
        var address = "put.off@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            person.asksFor(session, address);
            var code = system.inbox().awaitNewest(address, 1).code();

            system.inbox().refuses(451);
            person.typesTheCode(code);
            assertThat(person.page().locator(".state.confirmed")).hasCount(1);
            system.inbox().acceptsAgain();

            system.inbox().await(address, 2);
        }
        assertThat(system.inbox().of(address)).hasSize(2);
    }
}
