package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.APURIMAC;
import static org.tinkuy.site.Registering.CHALLENGE;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What becomes of a request whose code was not typed yet, once another is made in its browser.
@SiteTest
class FormerRequestTests {

    private static final String WITHDRAWAL = "POST /api/sign-ins/" + CHALLENGE + "/withdrawal";

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void upstreamIsQuiet() {
        registrations.reset();
    }

    private Browser browser() {
        return new Browser(port).speaking("en");
    }

    private Browser registered() {
        return Registering.registered(browser(), registrations);
    }

    @Test
    void withdrawsWhatWasAskedForWithAnAddressThatIsMended() {
        registrations.answers(WITHDRAWAL, 204, "");
        var browser = registered();
        var form = browser.open(APURIMAC + "?filled=true");

        assertThat(form.html()).containsPattern("name=\"instead\" value=\"" + CHALLENGE + "\"");
        sendInstead(browser, "rosa@example.org");
        assertThat(registrations.requests(WITHDRAWAL)).isEmpty();
        sendInstead(browser, "rosa.quispe@example.org");
        assertThat(registrations.requests(WITHDRAWAL))
                .extracting(StubServices.Request::body)
                .containsExactly("{\"browserSecret\":\"c2VjcmV0\"}");
    }

    @Test
    void registersOthersInTheSameBrowserWithoutWithdrawingAnything() {
        var browser = registered();

        browser.post(
                APURIMAC,
                "name",
                "Ben Quispe",
                "address",
                "ben@example.org",
                "session",
                FIRST_PLENARY.toString());

        assertThat(registrations.requests(WITHDRAWAL)).isEmpty();
    }

    /// After going back, from the page that the browser kept.
    @Test
    void withdrawsAlsoWhereOnlyTheAddressIsChanged() {
        registrations.answers(WITHDRAWAL, 204, "");
        var browser = registered();

        browser.post(
                APURIMAC,
                "name",
                "rosa quispe",
                "address",
                "rosa.quispe@example.org",
                "session",
                FIRST_PLENARY.toString());

        assertThat(registrations.requests(WITHDRAWAL)).hasSize(1);
    }

    @Test
    void letsTheNewerCodeStandForTheFormerOfAFormThatIsSentAgain() {
        registrations.answers(WITHDRAWAL, 204, "");
        var browser = registered();
        Registering.isAnsweredWithAnotherCode(registrations, null);

        assertThat(Registering.openAndSend(browser).status()).isEqualTo(303);

        assertThat(registrations.requests(WITHDRAWAL)).hasSize(1);
    }

    @Test
    void goesOnWithTheFormerCodeWhereNoOtherIsMailed() {
        registrations.answers(WITHDRAWAL, 204, "");
        var browser = registered();
        Registering.isAnsweredWithAnotherCode(
                registrations, SitePagesTests.NOW.plus(Duration.ofMinutes(40)));

        Registering.openAndSend(browser);
        browser.post("/sign-in/code", "code", "123456");

        assertThat(registrations.requests(WITHDRAWAL)).isEmpty();
        assertThat(registrations.requests("POST /api/sign-ins/" + CHALLENGE + "/confirmation"))
                .hasSize(1);
    }

    @Test
    void registersAlsoWhereNothingIsLeftToWithdraw() {
        registrations.answers(WITHDRAWAL, 410, "{\"type\":\"urn:tinkuy:problem:challenge-over\"}");
        var browser = registered();

        assertThat(sendInstead(browser, "rosa.quispe@example.org").status()).isEqualTo(303);
    }

    private static Browser.Page sendInstead(Browser browser, String address) {
        return browser.post(
                APURIMAC,
                "name",
                "Rosa Quispe",
                "address",
                address,
                "session",
                FIRST_PLENARY.toString(),
                "instead",
                CHALLENGE.toString());
    }
}
