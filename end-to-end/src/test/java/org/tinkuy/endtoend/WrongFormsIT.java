package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// Forms that were sent as they cannot be: what is wrong, and what was typed, is read with large
/// text as well as the form before.
@WithTinkuy
class WrongFormsIT {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";
    private static final String LONG = "Mantenimiento-de-las-instalaciones-".repeat(4);

    /// Also what the browser itself would not send.
    private static final String SEND =
            """
            form => {
              document.body.dataset.sent = "true";
              form.noValidate = true;
              form.submit();
            }
            """;

    private final TinkuySystem system;
    private final Browsers browsers;

    WrongFormsIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @CsvSource({"PHONE, es", "PHONE, fr", "PHONE, qu", "FIREFOX_PHONE, en", "FIREFOX_PHONE, es"})
    void areReadWithLargeText(Screen screen, String language) {
        var who = "wrong.forms." + screen.name().toLowerCase(Locale.ROOT) + "." + language;
        try (var person = new Person(system, browsers, screen, language)) {
            person.opens(APURIMAC);
            isReadOnceSent(person, "#register", "");
            person.introducesThemselves(LONG, LONG + "@");
            isReadOnceSent(person, "#register", "");
            person.opens("/sign-in");
            isReadOnceSent(person, "main form", LONG + "@");
            person.opens("/newsletter");
            isReadOnceSent(person, "main form", LONG);
            person.opens("/time-zone");
            person.page().locator("#timeZone").evaluate("choice => choice.value = ''");
            isReadOnceSent(person, "main form", "");
            person.opens(APURIMAC);
            person.choosesEverySession();
            person.introducesThemselves("Rosa Mamani Quispe", who + "@example.org");
            person.page().locator("#register button").click();
            assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));
            isReadOnceSent(person, "main form", "1");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, es", "PHONE, fr", "FIREFOX_PHONE, en"})
    void ofOrganisersAreReadWithLargeText(Screen screen, String language) {
        var programme = system.organiser().signIn().programme("heading-to-perumin").path("id");
        var of = "?programme=" + programme.asString();
        try (var person = new Person(system, browsers, screen, language)) {
            person.organises(system);
            assertThat(person.page()).hasURL(Pattern.compile("/organiser$"));
            person.opens("/registrations/details");
            person.page().locator("#name").fill("");
            isReadOnceSent(person, "main form", "");
            person.opens("/organiser" + of);
            var session = person.page().locator("a[href^='/organiser/sessions/']").first();
            person.opens(session.getAttribute("href"));
            person.page().locator("#date").fill("");
            person.page().locator("#starts").fill("");
            person.page().locator("#timeZone").fill(LONG);
            isReadOnceSent(person, "main form", "");
            person.opens("/organiser/campaigns/new" + of);
            person.page().locator("#text-es").fill("{{" + LONG + "}} <" + LONG);
            person.page().locator("#rate").fill("mucho");
            isReadOnceSent(person, "main form", "");
            person.opens("/organiser/messages/new" + of);
            person.page().locator("#text-es").fill("{{" + LONG + "}}");
            isReadOnceSent(person, "main form", "");
            person.opens("/organiser/campaigns" + of);
            isReadOnceSent(person, "main form[action$='/removals']", LONG);
        }
    }

    /// @param typed into the field for it or for a code; empty: nothing is
    private static void isReadOnceSent(Person person, String form, String typed) {
        var page = person.page();
        if (!typed.isEmpty()) {
            page.locator(form + " :is(#address, #code, [name=address])").first().fill(typed);
        }
        page.locator(form).first().evaluate(SEND);
        assertThat(page.locator("body[data-sent]")).hasCount(0);
        assertThat(page.locator("main [role=alert]").first()).isVisible();
        LargeText.isReadOnAPhone(page, page.url() + " with what is wrong");
    }
}
