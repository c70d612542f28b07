package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Registering.APURIMAC;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// When a form that is sent is the same request, and when it is another.
@SiteTest
class FormKeyTests {

    private static final String PLACE = "POST /api/registrations";

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void upstreamIsQuiet() {
        registrations.reset();
    }

    private Browser browser() {
        return new Browser(port).speaking("en");
    }

    private List<String> keys() {
        return registrations.requests(PLACE).stream()
                .map(request -> String.valueOf(request.key()))
                .toList();
    }

    @Test
    void keepsTheKeyWhenAFormIsSentAgainAndChangesItWithTheContent() {
        Registering.isAnsweredWithACode(registrations);
        var browser = browser();
        browser.open(APURIMAC);

        Registering.send(browser);
        Registering.send(browser);
        browser.post(
                APURIMAC,
                "name",
                "Iván Núñez",
                "address",
                "ivan@example.org",
                "session",
                FIRST_PLENARY.toString());

        var keys =
                registrations.requests("POST /api/registrations").stream()
                        .map(StubServices.Request::key)
                        .toList();
        assertThat(keys).hasSize(3);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void asksAnewWhenTheStoredAnswerIsOver() {
        Registering.isAnsweredWithACode(registrations, SitePagesTests.NOW.minusSeconds(1));
        var browser = browser();

        Registering.openAndSend(browser);

        assertThat(registrations.requests("POST /api/registrations"))
                .hasSize(2)
                .extracting(StubServices.Request::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherVisitorsFormIsAnotherRequestWhateverItSays() {
        Registering.isAnsweredWithACode(registrations);

        Registering.openAndSend(browser());
        Registering.openAndSend(browser());

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aFormOpenedAnewAfterItsAnswerIsANewRequest() {
        Registering.isAnsweredWithACode(registrations);
        var browser = browser();

        Registering.openAndSend(browser);
        Registering.openAndSend(browser);

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aFormOpenedAnewBeforeAnyAnswerIsTheSameRequest() {
        registrations.answers(PLACE, 503, "{}");
        var browser = browser();

        Registering.openAndSend(browser);
        Registering.openAndSend(browser);

        assertThat(keys()).hasSizeGreaterThan(1).containsOnly(keys().getFirst());
    }

    @Test
    void theSameWordsInAnotherLanguageAreAnotherRequest() {
        registrations.answers(PLACE, 500, "{}");
        var browser = browser();
        Registering.openAndSend(browser);
        var inEnglish = keys().getFirst();

        browser.open(APURIMAC + "?language=es");
        Registering.send(browser);

        assertThat(keys().getLast()).isNotEqualTo(inEnglish);
    }

    /// They register, cancel, go back and send the page that they left.
    @Test
    void whoeverIsSignedInRegistersAnewByTheSameForm() {
        registrations.answers(PLACE, 201, "{\"registrations\":[]}");
        var browser = browser().signedIn(Tokens.attendee());
        browser.open(APURIMAC);

        browser.post(APURIMAC, "session", FIRST_PLENARY.toString());
        browser.post(APURIMAC, "session", FIRST_PLENARY.toString());

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
        assertThat(browser.has("tinkuy-form")).isFalse();
    }

    @Test
    void aBrowserThatKeepsNoCookieIsAnsweredToo() {
        Registering.isAnsweredWithACode(registrations);

        assertThat(Registering.send(browser()).header("Location")).isEqualTo("/sign-in/code");
        assertThat(keys()).singleElement().asString().matches("[A-Za-z0-9_-]{43}");
    }

    /// Its tab was restored after a restart, without the cookie.
    @Test
    void aBrowserThatLostItsKeySendsTheSameRequestOnceMoreWhenNothingAnswered() {
        registrations.answers(PLACE, 503, "{}");
        var browser = browser();

        Registering.send(browser);
        Registering.send(browser);

        assertThat(keys()).hasSizeGreaterThan(1).containsOnly(keys().getFirst());
    }

    @Test
    void readsAForgedKeyAsNone() {
        Registering.isAnsweredWithACode(registrations);

        Registering.send(browser().cookie("tinkuy-form", "guessed"));
        Registering.send(browser().cookie("tinkuy-form", "guessed"));

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theKeyIsInNoPageAndHiddenFromScripts() {
        var browser = browser();

        var first = browser.open(APURIMAC);
        var again = browser.open(APURIMAC);

        assertThat(first.setCookies())
                .singleElement()
                .asString()
                .startsWith("tinkuy-form=")
                .contains("HTTPOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Max-Age");
        assertThat(again.setCookies()).isEmpty();
        assertThat(again.html()).isEqualTo(first.html()).doesNotContain("name=\"key\"");
    }

    @Test
    void aPageWithoutAFormGivesNoKey() {
        assertThat(browser().open("/").setCookies()).isEmpty();
        assertThat(browser().open("/programmes/ccolquemin-2023").setCookies()).isEmpty();
    }
}
