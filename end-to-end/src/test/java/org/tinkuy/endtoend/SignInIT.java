package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class SignInIT {

    private final TinkuySystem system;
    private final Browsers browsers;

    SignInIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @AfterEach
    void backToNow() {
        system.moveClock(Duration.ZERO);
    }

    @Test
    void showsTheOrganiserWhoRegistered() {
        var address = "listed@example.org";
        try (var attendee = new Person(system, browsers, Screen.PHONE, "es");
                var organiser = new Person(system, browsers, Screen.DESKTOP, "en")) {
            attendee.findsTheEvent("heading-to-perumin", "apurimac");
            attendee.choosesEverySession();
            attendee.introducesThemselves("<b>Luz & Sol</b>", address);
            attendee.sendsTheForm();
            attendee.typesTheCode(system.inbox().awaitNewest(address, 1).code());
            attendee.isSignedIn();
            attendee.opens("/organiser");
            assertThat(attendee.page().locator("table")).hasCount(0);

            organiser.signsIn(TinkuySystem.ORGANISER, system.inbox());
            assertThat(organiser.page()).hasURL(Pattern.compile("/organiser$"));
            organiser
                    .page()
                    .locator("#programme")
                    .selectOption(
                            system.organiser()
                                    .programme("heading-to-perumin")
                                    .path("id")
                                    .asString());
            organiser.sendsTheForm();
            var row =
                    organiser
                            .page()
                            .locator("tbody tr")
                            .filter(new Locator.FilterOptions().setHasText(address));
            assertThat(row).hasCount(2);
            assertThat(row.first()).containsText("<b>Luz & Sol</b>");
            organiser.looksAtThePage("organiser");
        }
    }

    @Test
    void signsOutAndAsksAgain() {
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            person.opens("/sign-in");
            person.looksAtThePage("sign-in");
            person.signsIn("comes.back@example.org", system.inbox());
            person.opens("/registrations");
            assertThat(person.page().locator("form[action='/sign-out']")).hasCount(1);

            person.page().locator("form[action='/sign-out'] button").click();
            assertThat(person.page().locator("header a[href='/sign-in']")).hasCount(1);
            person.opens("/registrations");

            assertThat(person.page()).hasURL(Pattern.compile("/sign-in"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE", "PHONE_WITHOUT_JAVASCRIPT"})
    void goingBackAfterSigningOutShowsNobodySignedIn(Screen screen) {
        var address = "gone." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (var person = new Person(system, browsers, screen, "en")) {
            person.signsIn(address, system.inbox());
            person.opens("/programmes/demonstration");
            person.opens("/programmes/heading-to-perumin");
            person.page().locator("form[action='/sign-out'] button").click();
            assertThat(person.page().locator("header a[href='/sign-in']")).hasCount(1);

            for (var former : List.of("heading-to-perumin", "demonstration")) {
                person.page().goBack();
                assertThat(person.page()).hasURL(Pattern.compile("/programmes/" + former));
                assertThat(person.page().locator("header a[href='/sign-in']")).hasCount(1);
                assertThat(person.page().locator("form[action='/sign-out']")).hasCount(0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE", "PHONE_WITHOUT_JAVASCRIPT"})
    void signsALostDeviceOut(Screen screen) {
        var address = "lost." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (var lost = new Person(system, browsers, screen, "en");
                var here = new Person(system, browsers, screen, "es")) {
            lost.signsIn(address, system.inbox());
            here.signsIn(address, system.inbox());
            here.opens("/registrations");
            here.page().locator("a[href='/registrations/devices']").click();
            assertThat(here.page().locator(".own-list li")).hasCount(2);
            assertThat(here.page().locator(".own-list h2").first())
                    .hasText(Pattern.compile("(Chrome|Firefox), Linux"));
            here.looksAtThePage("devices");

            here.page().locator("form[action$='/devices/end'] button").click();

            assertThat(here.page().locator(".own-list li")).hasCount(1);
            Await.until(
                    "the lost device to be signed out",
                    Duration.ofSeconds(10),
                    () -> {
                        lost.opens("/registrations");
                        return lost.page().url().contains("/sign-in");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void confirmsByTheMailedLinkInTheSameBrowserWithAButton(Screen screen) {
        var address = "by.link." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (var person = new Person(system, browsers, screen, "es")) {
            person.opens("/sign-in");
            person.page().locator("#address").fill(address);
            person.sendsTheForm();
            assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));
            var link = system.inbox().awaitNewest(address, 1).link();

            person.opens(link);
            person.looksAtThePage("mailed-link");
            person.sendsTheForm();

            assertThat(person.page().locator("form[action='/sign-out']")).hasCount(1);
        }
    }

    @Test
    void showsTheCodeWhereTheMailedLinkIsOpenedInAnotherBrowser() {
        var address = "other.browser@example.org";
        try (var here = new Person(system, browsers, Screen.DESKTOP, "en");
                var there = new Person(system, browsers, Screen.PHONE, "en")) {
            here.opens("/sign-in");
            here.page().locator("#address").fill(address);
            here.sendsTheForm();
            var mail = system.inbox().awaitNewest(address, 1);

            there.opens(mail.link());
            assertThat(there.page().locator(".big-code")).containsText(mail.code());
            there.looksAtThePage("other-browser");
            here.typesTheCode(mail.code());

            assertThat(here.page().locator("form[action='/sign-out']")).hasCount(1);
            there.opens("/registrations");
            assertThat(there.page()).hasURL(Pattern.compile("/sign-in"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void aWrongCodeIsClearedAndWhatWasWrongHasTheFocus(Screen screen) {
        var address = "mistyped." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (var person = new Person(system, browsers, screen, "es")) {
            person.opens("/sign-in");
            person.page().locator("#address").fill(address);
            person.sendsTheForm();
            var code = system.inbox().awaitNewest(address, 1).code();

            person.typesTheCode(code.equals("123456") ? "654321" : "123456");

            assertThat(person.page()).hasTitle(Pattern.compile("^Error: "));
            assertThat(person.page().locator("[role=alert]")).isFocused();
            assertThat(person.page().locator("#code")).hasValue("");
            person.looksAtThePage("cleared-code");
            person.typesTheCode(code);
            assertThat(person.page().locator("form[action='/sign-out']")).hasCount(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_PHONE"})
    void saysThatNoMoreCodesCome(Screen screen) {
        var address = "too.many." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (var person = new Person(system, browsers, screen, "es")) {
            for (var times = 0; times < 11; times++) {
                person.opens("/sign-in");
                person.page().locator("#address").fill(address);
                person.sendsTheForm();
                assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));
            }

            assertThat(person.page().locator(".banner")).containsText("No enviamos más códigos");
            person.looksAtThePage("no-more-codes");
            person.typesTheCode(system.inbox().awaitNewest(address, 10).code());
            assertThat(person.page().locator("form[action='/sign-out']")).hasCount(1);
        }
    }

    @Test
    void refusesAWrongCodeAndThenAnOldOne() {
        var address = "too.late@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "en")) {
            person.opens("/sign-in");
            person.page().locator("#address").fill(address);
            person.sendsTheForm();
            var code = system.inbox().awaitNewest(address, 1).code();

            person.typesTheCode(code.equals("123456") ? "654321" : "123456");
            assertThat(person.page().locator("#code-fault")).isVisible();
            person.looksAtThePage("wrong-code");

            system.moveClock(Duration.ofMinutes(11));
            person.page().locator("#code").fill(code);
            person.sendsTheForm();
            assertThat(person.page().locator("[role=alert]")).isVisible();
            assertThat(person.page().locator("form[action='/sign-out']")).hasCount(0);
        }
        assertThat(system.inbox().of(address)).hasSize(1);
    }
}
