package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class BadLuckIT {

    private static final Duration RESTARTED_WITHIN = Duration.ofMinutes(2);

    private final TinkuySystem system;
    private final Browsers browsers;

    BadLuckIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @Test
    void keepsEverythingAndRepeatsNothingAfterEveryProcessWasKilled() {
        var address = "survives@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            registerForBothEvenings(person, address);
            system.inbox().await(address, 2);

            system.kill();
            system.start();

            person.opens("/registrations");
            assertThat(person.page().locator(".state.confirmed")).hasCount(2);
            assertThat(system.inbox().of(address)).as("nothing is mailed again").hasSize(2);
        }
    }

    @Test
    void saysThatAServiceIsDownAndTakesTheSameFormAgain() {
        var address = "patient@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "en")) {
            fillIn(person, address);
            var killed = system.processesOf("registration-service").toList();
            assertThat(killed).isNotEmpty();
            killed.forEach(ProcessHandle::destroyForcibly);

            person.sendsTheForm();
            assertThat(person.page().locator("#faults")).isVisible();
            assertThat(person.page().locator("#address")).hasValue(address);
            person.looksAtThePage("service-down");

            Await.until(
                    "the service to be back",
                    RESTARTED_WITHIN,
                    () -> system.status("/actuator/health/system") == 200);
            person.sendsTheForm();
            person.typesTheCode(system.inbox().awaitNewest(address, 1).code());
            assertThat(person.page()).hasURL(Pattern.compile("/registrations"));
            assertThat(person.page().locator(".state.confirmed")).hasCount(2);
        }
        system.inbox().await(address, 2);
    }

    private void registerForBothEvenings(Person person, String address) {
        fillIn(person, address);
        person.sendsTheForm();
        person.typesTheCode(system.inbox().awaitNewest(address, 1).code());
        assertThat(person.page()).hasURL(Pattern.compile("/registrations"));
    }

    private static void fillIn(Person person, String address) {
        person.findsTheEvent("heading-to-perumin", "apurimac");
        person.choosesEverySession();
        person.introducesThemselves("Ana Quispe", address);
    }
}
