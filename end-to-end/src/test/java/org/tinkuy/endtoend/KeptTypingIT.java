package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// What an organiser typed is not lost by bad luck.
@WithTinkuy
class KeptTypingIT {

    private static final String FORM = "/organiser/desk/new";
    private static final String TITLE = "Noches de minería";

    private final TinkuySystem system;
    private final Browsers browsers;

    KeptTypingIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "FIREFOX_DESKTOP"})
    void survivesASessionThatEndedAndIsForgottenOnceItIsSaved(Screen screen) {
        try (var organiser = new Person(system, browsers, screen, "en")) {
            organiser.organises(system);
            organiser.opens(FORM);
            types(organiser.page());
            organiser.page().context().clearCookies();
            organiser.sendsTheForm();
            assertThat(organiser.page()).hasURL(Pattern.compile("/sign-in\\?next="));

            organiser.organises(system);
            organiser.opens(FORM);
            assertThat(organiser.page().locator("#title")).hasValue(TITLE);
            assertThat(organiser.page().locator("#organisers")).hasValue("Ana\nLuis");
            assertThat(organiser.page().locator("#kept")).isVisible();
            organiser.looksAtThePage("organiser-desk-kept");

            organiser.sendsTheForm();
            assertThat(organiser.heading()).hasText(TITLE);
            organiser.opens(FORM);
            isEmpty(organiser.page());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "FIREFOX_PHONE"})
    void survivesAPageThatWasLeftAndIsGoneWhereItIsNotWanted(Screen screen) {
        try (var organiser = new Person(system, browsers, screen, "en")) {
            organiser.organises(system);
            organiser.opens(FORM);
            types(organiser.page());

            organiser.opens(FORM);
            assertThat(organiser.page().locator("#title")).hasValue(TITLE);
            organiser.page().locator("#kept button").click();
            isEmpty(organiser.page());
            organiser.opens(FORM);
            isEmpty(organiser.page());

            types(organiser.page());
            signsOutOnlyHere(organiser.page());
            organiser.opens(FORM);
            isEmpty(organiser.page());
        }
    }

    /// Nothing is sent: others use the same session.
    private static void signsOutOnlyHere(Page page) {
        page.locator("form[action='/sign-out']")
                .evaluate(
                        "form => { form.addEventListener('submit', event => event.preventDefault());"
                                + " form.requestSubmit(); }");
    }

    private static void types(Page page) {
        page.locator("#title").fill(TITLE);
        page.locator("#organisers").fill("Ana\nLuis");
        page.locator("#timeZone").selectOption("America/Lima");
    }

    private static void isEmpty(Page page) {
        assertThat(page.locator("#title")).hasValue("");
        assertThat(page.locator("#organisers")).hasValue("");
        assertThat(page.locator("#kept")).isHidden();
    }
}
