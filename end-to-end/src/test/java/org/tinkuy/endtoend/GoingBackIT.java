package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// What browsers keep of a page that was left, and what becomes of it when it is sent.
@WithTinkuy
class GoingBackIT {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";
    private static final String DEMONSTRATION = "/programmes/demonstration";

    private final TinkuySystem system;
    private final Browsers browsers;

    GoingBackIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    private static String address(String name, Screen screen) {
        return (name + "." + screen + "@example.org").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void noOldTickComesToStandOnAnotherSession(Screen screen) {
        var address = address("old.tick", screen);
        try (var person = new Person(system, browsers, screen, "en")) {
            person.signsIn(address, system.inbox());
            person.opens(APURIMAC);
            var boxes = person.page().locator("input[name=session]");
            assertThat(boxes).hasCount(2);
            var first = boxes.first().getAttribute("value");
            person.taps(first);

            var beside = person.opensBeside(APURIMAC);
            beside.locator("label[for='s-" + first + "']").click();
            beside.locator("#name").fill("Ana Quispe");
            beside.locator("#register button").click();
            assertThat(beside).hasURL(Pattern.compile("/registrations"));
            beside.close();
            person.page().reload();

            assertThat(boxes).hasCount(1);
            assertThat(boxes.first()).not().isChecked();
        }
    }

    /// Firefox counts fields: where a box has gone, the name would stand in the field for the
    /// address.
    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void noWordComesToStandInAnotherField(Screen screen) {
        var organiser = system.organiser().signIn();
        var session = organiser.scheduleWorkshop("Called off", "2099-03-15", 10);
        try (var person = new Person(system, browsers, screen, "en")) {
            person.awaitsOnThePage(session);
            person.introducesThemselves("Ana Quispe", address("shifted", screen));

            organiser.send("POST", "/api/sessions/" + session + "/cancellation", Map.of());
            Await.until(
                    "the session to be cancelled on the page",
                    Duration.ofSeconds(30),
                    () -> {
                        person.page().reload();
                        return person.page().locator("input[value='" + session + "']").count() == 0;
                    });

            assertThat(person.page().locator("#address")).not().hasValue("Ana Quispe");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void findsTheFilledFormForAnotherAddress(Screen screen) {
        var address = address("right", screen);
        try (var person = new Person(system, browsers, screen, "en")) {
            person.opens(APURIMAC);
            person.choosesEverySession();
            person.introducesThemselves("Ana Quispe", address("wrong", screen));
            person.sendsTheForm();
            assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));
            person.page().locator("a[href$='?filled=true#address']").click();

            assertThat(person.page().locator("#name")).hasValue("Ana Quispe");
            assertThat(person.page().locator("#address")).hasValue(address("wrong", screen));
            assertThat(person.page().locator("input[name=session]:checked")).hasCount(2);
            person.looksAtThePage("another-address");
            person.page().locator("#address").fill(address);
            person.sendsTheForm();
            person.typesTheCode(system.inbox().awaitNewest(address, 1).code());

            assertThat(person.page().locator(".state.confirmed")).hasCount(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void theLastSeatIsNotFullForWhomItIsHeld(Screen screen) {
        var session =
                system.organiser().signIn().scheduleWorkshop("The last seat", "2099-02-15", 1);
        try (var person = new Person(system, browsers, screen, "en")) {
            person.asksFor(session, address("last.seat", screen));
            assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));

            person.opens(DEMONSTRATION);

            var held =
                    person.page()
                            .locator(".session")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHas(
                                                    person.page()
                                                            .locator(
                                                                    "input[value='"
                                                                            + session
                                                                            + "']")));
            assertThat(held.locator(".state")).hasText("Held for you: enter the code");
            person.looksAtThePage("held");

            person.asksFor(session, address("last.seat", screen));

            assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));
            assertThat(person.page().locator("main")).not().containsText("Full");
            person.page().locator("a[href$='?filled=true#address']").click();
            person.page().locator("#address").fill(address("last.seat.mended", screen));
            person.sendsTheForm();
            person.typesTheCode(
                    system.inbox().awaitNewest(address("last.seat.mended", screen), 1).code());
            assertThat(person.page().locator(".state.confirmed")).hasCount(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void theCodeIsDoneForWhoeverGoesBackToIt(Screen screen) {
        var address = address("code.again", screen);
        try (var person = new Person(system, browsers, screen, "en")) {
            registersForBothEvenings(person, address);

            person.goesBackTo("/sign-in/code");
            var field = person.page().locator("#code");
            if (field.count() > 0) {
                field.fill("123456");
                person.sendsTheForm();
            }

            assertThat(person.heading()).hasText("This is done");
            person.looksAtThePage("code-done");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void theOldFormRegistersAnewAfterCancelling(Screen screen) {
        var address = address("once.more", screen);
        try (var person = new Person(system, browsers, screen, "en")) {
            registersForBothEvenings(person, address);
            for (var left = 1; left >= 0; left--) {
                person.page().locator("a[href$='/cancellation']").first().click();
                person.sendsTheForm();
                assertThat(person.statesOfTheirRegistrations()).hasCount(left);
            }

            while (!person.page().url().endsWith(APURIMAC)) {
                var here = person.page().url();
                person.page().evaluate("history.back()");
                assertThat(person.page()).not().hasURL(here);
            }
            assertThat(person.page().locator("input[name=session]")).hasCount(2);
            // where the browser did not keep the page, nothing is ticked on the one it loads
            if (person.page().locator("input[name=session]:checked").count() == 0) {
                person.choosesEverySession();
            }
            person.sendsTheForm();

            assertThat(person.page()).hasURL(Pattern.compile("/registrations"));
            assertThat(person.statesOfTheirRegistrations()).hasCount(2);
        }
    }

    private void registersForBothEvenings(Person person, String address) {
        person.opens(APURIMAC);
        person.choosesEverySession();
        person.introducesThemselves("Ana Quispe", address);
        person.sendsTheForm();
        person.typesTheCode(system.inbox().awaitNewest(address, 1).code());
        assertThat(person.page().locator(".state.confirmed")).hasCount(2);
    }
}
